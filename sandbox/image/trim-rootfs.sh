#!/bin/sh
# trim-rootfs.sh FOLDER: takes everything out of a fresh root file system that a Python program does not need.
# Both builders use it, and compile what is left.
set -eu
cd "$1"

# --variant=extract unpacks without base-files' links
for link in bin sbin lib lib64; do
  mkdir -p "usr/$link"
  [ -e "$link" ] || ln -s "usr/$link" "$link"
done
rm -rf var/lib/* var/cache var/log var/backups etc/apt etc/perl root home srv opt mnt media boot
rm -rf usr/lib/apt usr/lib/dpkg usr/lib/valgrind usr/lib/*-linux-gnu/gconv usr/lib/*-linux-gnu/perl* usr/include usr/games usr/local usr/src
rm -f usr/lib/*-linux-gnu/libdb-5.3.so usr/lib/*-linux-gnu/libapt* usr/lib/*-linux-gnu/libselinux.so.1
find usr/share -mindepth 1 -maxdepth 1 ! -name 'python3*' -exec rm -rf {} +
rm -rf usr/share/python3/debpython
find usr/lib/python3* -depth -type d \( -name test -o -name tests -o -name idlelib -o -name ensurepip -o -name tkinter -o -name turtledemo -o -name lib2to3 -o -name __pycache__ \) -exec rm -rf {} +

python=$(ls usr/bin | grep -E '^python3\.[0-9]+$' | head -n 1)
[ -e usr/bin/python3 ] || ln -s "$python" usr/bin/python3
# every other program goes, setuid ones first of all
find usr/bin usr/sbin -mindepth 1 ! -name 'python3*' -delete
find . -xdev -type f -perm /6000 -exec chmod a-s {} +

mkdir -p proc sys dev tmp run etc opt/coursewright var/tmp root
chmod 1777 tmp var/tmp
printf 'root:x:0:0:root:/:/sbin/nologin\nsandbox:x:65534:65534::/tmp:/sbin/nologin\n' > etc/passwd
printf 'root:x:0:\nsandbox:x:65534:\n' > etc/group
printf '127.0.0.1 localhost\n' > etc/hosts
: > etc/resolv.conf
rm -f etc/hostname etc/fstab
rm -f etc/shadow etc/shadow- etc/gshadow etc/gshadow- etc/passwd- etc/group- etc/machine-id

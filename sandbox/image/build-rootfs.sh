#!/bin/sh
# build-rootfs.sh FOLDER: makes the sandbox's root file system (Python and Flask, about 56 MB) in FOLDER.
#
# It has no shell, package manager or any program but Python. Packages come from the mirrors this machine's apt uses,
# and are verified with Debian's keyring. Works as root, or as an ordinary user with subordinate ids (package uidmap).
set -eu
target=$1
here=$(cd "$(dirname "$0")" && pwd)
suite=trixie
packages=$(grep -v '^#' "$here/packages.txt" | paste -sd, -)

# The first Debian archive among apt's sources: "URIs:" of a deb822 file, or the address in a "deb …" line.
find_mirror() {
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] && awk '/^URIs:/ { for (i = 2; i <= NF; i++) if ($i ~ /\/debian\/?$/) print $i }' "$file"
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -f "$file" ] && awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^[a-z+]+:\/\/.*\/debian\/?$/) print $i }' "$file"
  done
}
mirror=$(find_mirror | head -n 1)
# A machine that is not Debian (Ubuntu, say) has none: mmdebstrap then takes Debian's own.

keyring=
for candidate in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
  [ -f "$candidate" ] && keyring="--keyring=$candidate" && break
done

# Through a tar stream, so that everything ends up owned by whoever runs this, also where mmdebstrap works in a user
# namespace with other ids. Device nodes stay behind: engines bring their own /dev.
rm -rf "$target"
mkdir -p "$target"
# shellcheck disable=SC2086 # an empty keyring or mirror is no argument at all
mmdebstrap --quiet $keyring --variant=extract --mode=auto --format=tar \
  --aptopt='APT::Install-Recommends "false"' \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
  --include="$packages" \
  "$suite" - $mirror \
  | tar -C "$target" --extract --no-same-owner --exclude='./dev/*'
sh "$here/trim-rootfs.sh" "$target"
[ -x "$target/usr/bin/python3" ] || { echo 'the root file system has no Python' >&2; exit 1; }

"""Opens files by handles instead of names, watches the file system, changes owners and attributes, and makes pipes,
devices and giants.

expect: passed
"""

import ctypes
import errno
import os

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


def attempt(name, action):
    try:
        reached[name] = repr(action())[:200]
    except Exception:
        pass


libc = ctypes.CDLL(None, use_errno=True)
X86 = os.uname().machine == "x86_64"


def door(name, x86_number, arm_number, *arguments):
    """Any answer but "not permitted" or "no such call" means that the kernel itself was reached."""
    if libc.syscall(x86_number if X86 else arm_number, *arguments) >= 0:
        reached[name] = "open"
    elif ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):
        reached[name] = os.strerror(ctypes.get_errno())


handle = ctypes.create_string_buffer(bytes((ctypes.c_uint32 * 2)(64, 1)), 128)
mount_id = ctypes.c_int()
door("name_to_handle_at", 303, 264, -100, b"/", handle, ctypes.byref(mount_id), 0)
for folder in (os.open("/usr", os.O_RDONLY), os.open(".", os.O_RDONLY)):
    door(f"open_by_handle_at {folder}", 304, 265, folder, handle, 0)
door("fanotify", 300, 262, 0, 0)
door("fsopen", 430, 430, b"tmpfs", 0)
door("open_tree", 428, 428, -100, b"/", 1)
door("mount_setattr", 442, 442, -100, b"/", 0, ctypes.create_string_buffer(32), 32)
open("attack", "w").close()
attempt("owner", lambda: os.chown("attack", 0, 0))
attempt("attribute", lambda: os.setxattr("attack", "user.attack", b"x"))
attempt("capability", lambda: os.setxattr("attack", "security.capability", b"\1\0\0\2" + b"\xff" * 16))
attempt("named pipe", lambda: os.mkfifo("attack-pipe"))
attempt("device", lambda: os.mknod("attack-device", 0o20666, os.makedev(1, 1)))
attempt("terabyte", lambda: os.truncate("attack", 1 << 40))
attempt("reserved gigabyte", lambda: os.posix_fallocate(os.open("attack", os.O_RDWR), 0, 1 << 30))
attempt("above its folder", lambda: os.open("..", os.O_RDONLY | os.O_DIRECTORY) and os.listdir(".."))

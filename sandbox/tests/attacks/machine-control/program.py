"""Loads modules and kernels, sets clocks and names, swaps, reboots, reads the kernel's log, asks for ports and
quotas.

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


libc = ctypes.CDLL(None, use_errno=True)
X86 = os.uname().machine == "x86_64"


def door(name, x86_number, arm_number, *arguments):
    """Any answer but "not permitted" or "no such call" means that the kernel itself was reached."""
    if libc.syscall(x86_number if X86 else arm_number, *arguments) >= 0:
        reached[name] = "open"
    elif ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS):
        reached[name] = os.strerror(ctypes.get_errno())


NOTHING = ctypes.create_string_buffer(256)
DOORS = {
    "init_module": (175, 105, NOTHING, 0, b""), "finit_module": (313, 273, 0, b"", 0), "delete_module": (176, 106, b"ext4", 0),
    "kexec_load": (246, 104, 0, 0, None, 0), "kexec_file_load": (320, 294, 0, 0, 0, None, 0), "reboot": (169, 142, 0xFEE1DEAD, 672274793, 0, None),
    "clock_settime": (227, 112, 0, NOTHING), "settimeofday": (164, 170, NOTHING, None), "adjtimex": (159, 171, NOTHING),
    "sethostname": (170, 161, b"attack", 6), "setdomainname": (171, 162, b"attack", 6), "swapon": (167, 224, b"/dev/vda", 0), "swapoff": (168, 225, b"/dev/vda"),
    "syslog": (103, 116, 3, NOTHING, 256), "acct": (163, 89, b"/tmp/attack"), "quotactl": (179, 60, 0, None, 0, None), "vhangup": (153, 58),
    "ioperm": (173, 10_000, 0, 1024, 1), "iopl": (172, 10_000, 3), "personality": (135, 92, 0x0040000), "nfsservctl": (180, 42, 0, None, None),
}
for name, (x86_number, arm_number, *arguments) in DOORS.items():
    door(name, x86_number, arm_number, *arguments)

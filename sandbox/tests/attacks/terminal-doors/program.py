"""Types into terminals, makes files send signals and asks devices for what only their drivers know, all by ioctl.

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


REQUESTS = {"TIOCSTI": 0x5412, "TIOCLINUX": 0x541C, "TIOCSCTTY": 0x540E, "TIOCCONS": 0x541D, "FIOASYNC": 0x5452, "FIOSETOWN": 0x8901, "SIOCGIFCONF": 0x8912, "FS_IOC_SETFLAGS": 0x40086602, "NS_GET_PARENT": 0xB702, "RNDADDENTROPY": 0x40085203}
random = os.open("/dev/urandom", os.O_RDONLY)
for name, request in REQUESTS.items():
    for number in (0, 1, 3, random):
        door(f"{name} on {number}", 16, 29, number, request, ctypes.create_string_buffer(64))

"""Tries io_uring, bpf, keyrings, perf, userfaultfd, modules, kexec, clocks, swap and reboot.

expect: passed
"""

import ctypes
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


def call(x86_number, arm_number, *arguments):
    if libc.syscall(x86_number if X86 else arm_number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return "allowed"


DOORS = {
    "io_uring": (425, 425, 1, 0), "bpf": (321, 280, 0, 0, 0), "add_key": (248, 217, 0, 0, 0, 0, 0), "keyctl": (250, 219, 0, 0),
    "perf_event_open": (298, 241, 0, 0, 0, 0, 0), "userfaultfd": (323, 282, 0), "init_module": (175, 105, 0, 0, 0), "kexec_load": (246, 104, 0, 0, 0, 0),
    "clock_settime": (227, 112, 0, 0), "swapon": (167, 224, 0, 0), "reboot": (169, 142, 0, 0, 0, 0), "syslog": (103, 116, 3, 0, 0),
    "memfd_create": (319, 279, b"x", 0), "seccomp": (317, 277, 0, 0, 0), "name_to_handle_at": (303, 264, -100, b"/", 0, 0, 0), "fanotify_init": (300, 262, 0, 0),
    "shmget": (29, 194, 0, 4096, 0o1600), "msgget": (68, 186, 0, 0o1600), "mq_open": (240, 180, b"x", 0o102, 0o600, 0), "quotactl": (179, 60, 0, 0, 0, 0),
}
for name, (x86_number, arm_number, *arguments) in DOORS.items():
    attempt(name, lambda a=x86_number, b=arm_number, c=arguments: call(a, b, *c))

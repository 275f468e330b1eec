"""The list of allowed system calls, by running the filter as the kernel would."""

from __future__ import annotations

import struct
import unittest

from runner.seccomp import ALLOW, KILL_PROCESS, REFUSE, build_filter
from runner.syscalls import ALLOWED, CONDITIONAL, numbers


class Filter(unittest.TestCase):
    """Runs the filter as the kernel would (classic BPF), for calls that must and must not pass."""

    def decide(self, machine: str, number: int, *arguments: int, architecture: int | None = None, trusted: bool = False) -> int:
        arch = architecture or {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}[machine]
        data = struct.pack("<IIQ6Q", number, arch, 0, *(list(arguments) + [0] * 6)[:6])
        program = list(struct.iter_unpack("=HBBI", build_filter(machine=machine, own_pid=1, trusted=trusted)))
        accumulator, at = 0, 0
        while True:
            code, if_true, if_false, value = program[at]
            at += 1
            if code == 0x20:
                accumulator = struct.unpack_from("<I", data, value)[0]
            elif code == 0x06:
                return int(value)
            else:
                holds = {0x15: accumulator == value, 0x35: accumulator >= value, 0x45: bool(accumulator & value)}[code]
                at += if_true if holds else if_false

    def test_only_checks_may_be_handed_descriptors(self) -> None:
        for machine, number in (("x86_64", 47), ("aarch64", 212)):
            self.assertEqual(self.decide(machine, number), REFUSE | 1)
            self.assertEqual(self.decide(machine, number, trusted=True), ALLOW)
            self.assertEqual(self.decide(machine, number - 1, trusted=True), REFUSE | 1)

    def test_decisions(self) -> None:
        refused, thread = REFUSE | 1, 0x00010000 | 0x100
        for name, x86, arm, arguments, expected in (
            ("read", 0, 63, (), ALLOW),
            ("openat", 257, 56, (), ALLOW),
            ("execve", 59, 221, (), refused),
            ("socket", 41, 198, (2, 1), refused),
            ("ptrace", 101, 117, (), refused),
            ("unshare", 272, 97, (0x10000000,), refused),
            ("mount", 165, 40, (), refused),
            ("a thread", 56, 220, (thread,), ALLOW),
            ("a process", 56, 220, (17,), refused),
            ("a thread in a new namespace", 56, 220, (thread | 0x10000000,), refused),
            ("clone3", 435, 435, (), REFUSE | 38),
            ("end oneself", 62, 129, (1, 15), ALLOW),
            ("end a thread of oneself", 234, 131, (1, 1, 15), ALLOW),
            ("kill self", 62, 129, (1, 9), refused),
            ("kill a thread of oneself", 234, 131, (1, 1, 9), refused),
            ("kill another", 62, 129, (2, 9), refused),
            ("kill everybody", 62, 129, (0xFFFFFFFFFFFFFFFF, 9), refused),
            ("limits of self", 302, 261, (0,), ALLOW),
            ("limits of another", 302, 261, (7,), refused),
            ("new limits for self", 302, 261, (0, 0, 0x1000), refused),
            ("new limits from high in memory", 302, 261, (0, 0, 0x7F00_0000_0000), refused),
            ("terminal input", 16, 29, (0, 0x5412), refused),
            ("is it a terminal", 16, 29, (0, 0x5401), ALLOW),
            ("flags of a file", 72, 25, (0, 3), ALLOW),
            ("a copy closed at exec", 72, 25, (0, 1030, 3), ALLOW),
            ("a lock", 72, 25, (0, 6), ALLOW),
            ("who gets a file's signals", 72, 25, (0, 8, 1), refused),
            ("which signal a file sends", 72, 25, (0, 10, 9), refused),
            ("a process, a thread or a group gets them", 72, 25, (0, 15), refused),
            ("a lease", 72, 25, (0, 1024, 1), refused),
            ("news of a folder", 72, 25, (0, 1026), refused),
        ):
            for machine, number in (("x86_64", x86), ("aarch64", arm)):
                with self.subTest(name, machine=machine):
                    self.assertEqual(self.decide(machine, number, *arguments), expected)

    def test_every_number(self) -> None:
        """Nothing passes whatever its arguments but what the table allows."""
        for machine in ("x86_64", "aarch64"):
            allowed, conditional = set(numbers(ALLOWED, machine).values()), set(numbers(CONDITIONAL, machine).values())
            for number in range(1100):
                if number not in conditional:
                    with self.subTest(number, machine=machine):
                        self.assertEqual(self.decide(machine, number, 1, 2, 3), ALLOW if number in allowed else REFUSE | 1)

    def test_other_doors_into_the_kernel_kill(self) -> None:
        self.assertEqual(self.decide("x86_64", 0x40000000 + 59), KILL_PROCESS)
        self.assertEqual(self.decide("x86_64", 0, architecture=0x40000003), KILL_PROCESS)
        self.assertEqual(self.decide("aarch64", 0, architecture=0x40000028), KILL_PROCESS)


if __name__ == "__main__":
    unittest.main()

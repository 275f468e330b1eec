"""Landlock: which files this process may touch, whatever the file permissions say (Linux 5.13 and later)."""

from __future__ import annotations

import ctypes
import os
import struct

from runner.linux import libc_call

CREATE_RULESET_VERSION = 1
RULE_PATH_BENEATH = 1
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, TRUNCATE = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 14
#: rights on files; the others are about folders and may not stand in a rule for a file
FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | 1 << 15
#: highest right by version of the interface
RIGHTS_BY_VERSION = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}
ALL_RIGHTS = (1 << 16) - 1
NETWORK_RIGHTS = 0b11
SCOPE_RIGHTS = 0b11


def version() -> int:
    """The version of the interface; 0 when the kernel has no Landlock or it is off."""
    try:
        return libc_call("landlock_create_ruleset", 0, 0, CREATE_RULESET_VERSION)
    except OSError:
        return 0


def restrict(*, read: list[str], write: list[str], devices: list[str]) -> None:
    """Closes everything but these paths, for good. no_new_privs must be set before.

    read     folders whose files may be read
    write    folders that may be written
    devices  single files that may be read and written
    """
    supported = version()
    rights = RIGHTS_BY_VERSION.get(supported, ALL_RIGHTS)
    fields = [rights]
    if supported >= 4:
        fields.append(NETWORK_RIGHTS)
    if supported >= 6:
        fields.append(SCOPE_RIGHTS)
    attributes = struct.pack(f"={len(fields)}Q", *fields)
    buffer = ctypes.create_string_buffer(attributes, len(attributes))
    ruleset = libc_call("landlock_create_ruleset", ctypes.addressof(buffer), len(attributes), 0)
    try:
        for path in read:
            _allow(ruleset, path, (READ_FILE | READ_DIR) & rights)
        for path in write:
            _allow(ruleset, path, rights & ~EXECUTE)
        for path in devices:
            _allow(ruleset, path, (READ_FILE | WRITE_FILE) & rights)
        libc_call("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        rule = struct.pack("=Qi", rights, descriptor)
        buffer = ctypes.create_string_buffer(rule, len(rule))
        libc_call("landlock_add_rule", ruleset, RULE_PATH_BENEATH, ctypes.addressof(buffer), 0)
    finally:
        os.close(descriptor)

"""Makes everything the zygote has loaded immortal (PEP 683), so that children need not copy it.

A child shares the zygote's memory page by page until it writes to a page, and Python writes to an object whenever it
counts another reference to it. An immortal object is not counted. The objects live as long as the zygote, and children
end without cleaning up, so nobody ever misses the counts.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import types
from typing import Any

#: the count of an immortal object lies in the lower half of the field, all bits set
IMMORTAL = 0xFFFF_FFFF
#: where the reference count is kept like this
KNOWN_VERSIONS = ((3, 12), (3, 13))


def make_immortal() -> int:
    """Marks all objects there are; gives how many. Does nothing on a Python whose objects it does not know."""
    if sys.version_info[:2] not in KNOWN_VERSIONS or ctypes.sizeof(ctypes.c_void_p) != 8 or sys.byteorder != "little":
        return 0
    gc.unfreeze()
    everything = _everything()
    for address in everything:
        ctypes.c_uint32.from_address(address).value = IMMORTAL
    return len(everything)


def _everything() -> dict[int, Any]:
    """All objects by their address. The dict holds them, so that none can be gone when it is marked."""
    rest: list[Any] = gc.get_objects()
    found: dict[int, Any] = {}
    own = (id(rest), id(found))
    while rest:
        item = rest.pop()
        address = id(item)
        if address in found or address in own or isinstance(item, types.FrameType):
            continue
        found[address] = item
        if isinstance(item, types.CodeType):  # the collector does not look inside; only what the object really holds
            rest += (item.co_consts, item.co_names, item.co_filename, item.co_name, item.co_qualname, item.co_linetable, item.co_exceptiontable)
        else:
            rest += gc.get_referents(item)
    return found

"""How the learner's zygote gives a program's channel to the container that checks it, so that the two need nobody between.

Node shows both containers a folder of the host: the checker's zygote makes a socket there, and the learner's zygote sends
descriptors to it, with the word that Node gave both for this one job. Programs and checks reach neither: they may not open
sockets or this folder.
"""

from __future__ import annotations

import os
import socket

#: in the checker's container its own folder, in the learner's the one above all of theirs
FOLDER = "/run"
DOOR = "door"
#: in this order: the channel, what is printed on standard output and on standard error, the clock
DESCRIPTORS = 4
WORD_BYTES = 64
#: between connecting and sending, the other side may not get the processor
PATIENCE_SECONDS = 5.0


def offer(to: str, word: str, descriptors: list[int]) -> None:
    """Sends the descriptors to the zygote of that name. @raises OSError where containers cannot reach each other"""
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as peer:
        peer.setblocking(False)
        peer.connect(f"{FOLDER}/{to}/{DOOR}")
        socket.send_fds(peer, [word.encode()], descriptors)


class Door:
    """Where the checker's zygote is given descriptors."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        path = f"{FOLDER}/{DOOR}"
        self._socket.bind(path)
        os.chmod(path, 0o666)  # the learner's zygote is another user; the word tells it from others
        self._socket.listen(8)
        self._socket.setblocking(False)
        self.descriptor = self._socket.fileno()

    def take(self, word: str) -> list[int] | None:
        """The descriptors that came with this word; None when what came was of another job, or of a stranger."""
        try:
            peer, _ = self._socket.accept()
        except OSError:
            return None
        with peer:
            peer.settimeout(PATIENCE_SECONDS)
            try:
                said, descriptors, _, _ = socket.recv_fds(peer, WORD_BYTES, DESCRIPTORS)
            except OSError:
                return None
        if said == word.encode() and len(descriptors) == DESCRIPTORS:
            return descriptors
        for descriptor in descriptors:
            os.close(descriptor)
        return None


def open_door() -> Door | None:
    """None where Node has shown no folder, or one that cannot be written: then it passes on everything itself."""
    try:
        return Door()
    except OSError:
        return None

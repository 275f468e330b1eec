"""How a child begins: forked into namespaces, confined before it sees a program, and connected to the zygote."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass

from runner import linux
from runner.confinement import CHANNEL, MOST, NAMESPACES, Closure, Limits, confine, limit_process, write_id_maps
from runner.frames import write_frame

#: a job is over before looking for cycles more often would give back anything
RARELY = (100_000, 50, 100)
#: exit status of a child that could not be confined; it has not seen any program then
NOT_CONFINED = 97
#: exit status of a child that had not even the memory left to say so
OUT_OF_MEMORY = 98


@dataclass(frozen=True)
class ChildSettings:
    #: what the child does once confined, given its channel
    serve: Callable[[int], None]
    limits: Limits
    closure: Closure
    #: whether the child has the container's own streams, and with them the talk with Node, to itself while its job runs
    trusted: bool


@dataclass(frozen=True)
class Forked:
    """The zygote's ends of a new child."""

    process: int
    #: readable when the process has ended
    exit_descriptor: int
    #: both ways, for frames
    channel: socket.socket
    #: what it prints: the descriptor, and the letter of the frames that carry it; none where it has the container's streams
    outputs: dict[int, bytes]


def fork_confined(settings: ChildSettings, work_folder: str) -> Forked:
    """Forks a child that confines itself and then serves."""
    ours, theirs = socket.socketpair()
    streams, outputs = _container_streams() if settings.trusted else _captured_streams()
    go_read, go_write = os.pipe()
    namespaces = settings.closure.features.namespaces
    process = linux.fork_into(NAMESPACES) if namespaces else os.fork()
    if process == 0:
        ours.close()
        os.close(go_write)
        _become_child(settings, work_folder, channel=theirs.fileno(), streams=streams, go=go_read)
    theirs.close()
    for descriptor in (*streams, go_read):
        os.close(descriptor)
    try:
        if namespaces:
            write_id_maps(process)
        limit_process(process, MOST)
        os.write(go_write, b"x")
    except OSError:
        pass  # the child reads the end of the pipe and exits unconfined
    os.close(go_write)
    ours.setblocking(False)
    return Forked(process=process, exit_descriptor=os.pidfd_open(process), channel=ours, outputs=outputs)


def _container_streams() -> tuple[list[int], dict[int, bytes]]:
    return [os.dup(descriptor) for descriptor in (0, 1, 2)], {}


def _captured_streams() -> tuple[list[int], dict[int, bytes]]:
    """Nothing to read, and a pipe for each of the two it may write."""
    empty = os.open("/dev/null", os.O_RDONLY)
    out_read, out_write = os.pipe()
    error_read, error_write = os.pipe()
    outputs = {out_read: b"O", error_read: b"X"}
    for descriptor in outputs:
        os.set_blocking(descriptor, False)
    return [empty, out_write, error_write], outputs


def _become_child(settings: ChildSettings, work_folder: str, *, channel: int, streams: list[int], go: int) -> None:
    """Never returns, whatever happens: this process must not go on as a second zygote."""
    status = NOT_CONFINED
    try:
        if os.read(go, 1) != b"x":
            return
        confine(settings.closure, streams=streams, channel=channel, work_folder=work_folder)
        write_frame(CHANNEL, b"C", b"")
        status = 1
        gc.set_threshold(*RARELY)
        gc.enable()
        settings.serve(CHANNEL)
        status = 0
    except MemoryError:
        status = OUT_OF_MEMORY
    except BaseException as error:  # noqa: BLE001
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(status)

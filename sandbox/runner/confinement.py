"""Takes everything from a freshly forked child that a program does not need. Any step that fails ends the child.

Order matters: mounts need the new user namespace's capabilities, descriptors are sorted before the filter forbids it,
Landlock and seccomp need no_new_privs, and the filter comes last because it forbids all of the above.
"""

from __future__ import annotations

import os
import resource
import signal
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from runner import landlock, linux
from runner.link import FOLDER as LINKS
from runner.seccomp import PID_TO_COME, build_filter, load_filter, with_own_pid
from runner.syscalls import machine

#: the child's fixed descriptors: 0 to 2 its standard streams, 3 the channel to the zygote
CHANNEL = 3
#: none for System V IPC and message queues, which takes longest to make: the filter knows no call of theirs
NAMESPACES = linux.CLONE_NEWUSER | linux.CLONE_NEWNS | linux.CLONE_NEWPID
#: the uid a program sees itself as inside its own user namespace
INNER_ID = 1000
WORK_FOLDER = "/tmp"
TMPFS = linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC
DEVICES = ["/dev/null", "/dev/zero", "/dev/urandom", "/dev/random"]
READABLE = ["/usr", "/etc"]
HIDDEN = ("/sys", "/dev/shm")


MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What one job may use: the usual, for jobs that say nothing of it."""

    cpu_seconds: int = 4
    wall_seconds: float = 5.0
    memory_bytes: int = 320 * MEGABYTE
    output_bytes: int = 64 * 1024
    file_bytes: int = 8 * MEGABYTE
    open_files: int = 64
    threads: int = 16


#: what no job gets more of, whatever Node sends; the container's own memory limit leaves room for it (container-engine.ts)
MOST = Limits(cpu_seconds=20, wall_seconds=30.0, memory_bytes=512 * MEGABYTE, output_bytes=MEGABYTE)


def limits_of_job(usual: Limits, job: dict[str, Any]) -> Limits:
    """The limits that a job-start message asks for, within bounds."""
    return replace(
        usual,
        cpu_seconds=_within(1, job.get("cpu_seconds"), usual.cpu_seconds, MOST.cpu_seconds),
        wall_seconds=_within(0.1, job.get("wall_seconds"), usual.wall_seconds, MOST.wall_seconds),
        memory_bytes=_within(64, job.get("memory_mb"), usual.memory_bytes // MEGABYTE, MOST.memory_bytes // MEGABYTE) * MEGABYTE,
        output_bytes=_within(1, job.get("output_kb"), usual.output_bytes // 1024, MOST.output_bytes // 1024) * 1024,
    )


def _within[Number: (int, float)](least: Number, wanted: Number | None, usual: Number, most: Number) -> Number:
    return min(most, max(least, usual if wanted is None else wanted))


def limit_process(process: int, limits: Limits) -> None:
    """Sets the limits that differ from job to job, from outside: to MOST when a child is made, to its job's when that
    begins, which may be before the child is confined. They can only be lowered. @raises OSError
    """
    # the soft limit warns (SIGXCPU, learner_main.py answers it), the hard one kills
    resource.prlimit(process, resource.RLIMIT_CPU, _below_ceiling(resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.prlimit(process, resource.RLIMIT_AS, _below_ceiling(resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes))


def limit_processor_again(process: int, limits: Limits, *, used: float) -> None:
    """The same for a process that does several jobs: processor time counts from now on, up to MOST for all of them. What is
    over its limit is killed by the soft one, as nothing answers it there. @raises OSError
    """
    hard = resource.prlimit(process, resource.RLIMIT_CPU)[1]
    soft = ceil(used) + limits.cpu_seconds
    resource.prlimit(process, resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
    resource.prlimit(process, resource.RLIMIT_AS, _below_ceiling(resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes))


def _below_ceiling(kind: int, soft: int, hard: int) -> tuple[int, int]:
    """The limits, or what the container itself may have at most."""
    ceiling = resource.getrlimit(kind)[1]
    return (soft, hard) if ceiling == resource.RLIM_INFINITY else (min(soft, ceiling), min(hard, ceiling))


@dataclass(frozen=True)
class Features:
    """What this machine offers."""

    namespaces: bool
    landlock: int


@dataclass(frozen=True)
class Closure:
    """What confine() needs and what is the same for every child, so that it is worked out once, in the zygote."""

    features: Features
    limits: list[tuple[int, int, int]]
    filter: bytes


def prepare(features: Features, *, trusted: bool) -> Closure:
    """Works out how children will be confined, and clears the environment, which they inherit.

    @raises NotImplementedError for a processor without a filter
    """
    os.environ.clear()
    os.environ.update(PATH="/usr/bin", HOME=WORK_FOLDER, LANG="C.UTF-8", TMPDIR=WORK_FOLDER)
    return Closure(features, _rlimits(MOST, own_count=features.namespaces), build_filter(machine=machine(), own_pid=PID_TO_COME, trusted=trusted))


def probe_features() -> Features:
    """Tries in a throwaway child whether a program can get namespaces of its own."""
    return Features(namespaces=_namespaces_work(), landlock=landlock.version())


def confine(closure: Closure, *, streams: list[int], channel: int, work_folder: str) -> None:
    """Confines the calling process for good. Raises when anything cannot be done; the caller must then exit."""
    features = closure.features
    if not features.namespaces and not features.landlock:
        raise RuntimeError("neither namespaces nor Landlock: a program could write files that outlive it")
    if features.namespaces:
        _own_mounts(HIDDEN if features.landlock else (*HIDDEN, LINKS))
    _sort_descriptors([*streams, channel])
    os.chdir(work_folder)
    if work_folder != WORK_FOLDER:
        os.environ.update(HOME=work_folder, TMPDIR=work_folder)
    os.umask(0o022)
    linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)
    linux.prctl(linux.PR_SET_DUMPABLE, 0)
    for kind, soft, hard in closure.limits:
        resource.setrlimit(kind, (soft, hard))
    linux.drop_capabilities()
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    if features.landlock:
        landlock.restrict(read=READABLE, write=[work_folder], devices=DEVICES)
    load_filter(with_own_pid(closure.filter, os.getpid()))


def write_id_maps(process: int) -> None:
    """Gives a child in a new user namespace one uid and one gid. Done by the parent, from outside."""
    base = f"/proc/{process}"
    for name, text in (("setgroups", "deny"), ("uid_map", f"{INNER_ID} {os.getuid()} 1"), ("gid_map", f"{INNER_ID} {os.getgid()} 1")):
        descriptor = os.open(f"{base}/{name}", os.O_WRONLY)
        try:
            os.write(descriptor, text.encode())
        finally:
            os.close(descriptor)


def _own_mounts(empty: tuple[str, ...]) -> None:
    linux.mount(None, "/", None, linux.MS_REC | linux.MS_PRIVATE)
    linux.mount("tmpfs", "/tmp", "tmpfs", TMPFS, "size=16m,nr_inodes=512,mode=700")
    # one empty file system, shown in all these places: making one takes longer than showing it again
    linux.mount("tmpfs", "/proc", "tmpfs", TMPFS | linux.MS_RDONLY, "size=4k,nr_inodes=1,mode=555")
    for hidden in empty:
        if os.path.isdir(hidden):
            linux.mount("/proc", hidden, None, linux.MS_BIND)


def _sort_descriptors(wanted: list[int]) -> None:
    # first out of the way of 0 to 3, then into place
    high = [os.dup(descriptor) for descriptor in wanted]
    while min(high) <= CHANNEL:
        high = [os.dup(descriptor) for descriptor in high]
    for place, descriptor in enumerate(high):
        os.dup2(descriptor, place, inheritable=False)
    os.closerange(CHANNEL + 1, 1024)


def _rlimits(limits: Limits, *, own_count: bool) -> list[tuple[int, int, int]]:
    """Kind, soft and hard limit of what is the same for every job; none above what this process may set."""
    wanted = [
        (resource.RLIMIT_FSIZE, limits.file_bytes, limits.file_bytes),
        (resource.RLIMIT_NOFILE, limits.open_files, limits.open_files),
        (resource.RLIMIT_STACK, 8 << 20, 8 << 20),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_MEMLOCK, 0, 0),
        (resource.RLIMIT_MSGQUEUE, 0, 0),
        (resource.RLIMIT_SIGPENDING, 64, 64),
    ]
    if own_count:  # without a user namespace this would count processes outside the container; its pids limit does then
        wanted.append((resource.RLIMIT_NPROC, limits.threads, limits.threads))
    return [(kind, *_below_ceiling(kind, soft, hard)) for kind, soft, hard in wanted]


def _namespaces_work() -> bool:
    read_end, write_end = os.pipe()
    try:
        process = linux.fork_into(NAMESPACES)
    except OSError:
        os.close(read_end)
        os.close(write_end)
        return False
    if process == 0:
        try:
            os.close(write_end)
            if os.read(read_end, 1) != b"x":
                os._exit(1)
            _own_mounts(HIDDEN)
            with open("/tmp/probe", "w") as probe:
                probe.write("x")
            os._exit(0)
        except BaseException:  # noqa: BLE001
            os._exit(1)
    try:
        write_id_maps(process)
        os.write(write_end, b"x")
    except OSError:
        pass
    os.close(read_end)
    os.close(write_end)
    return os.waitpid(process, 0)[1] == 0

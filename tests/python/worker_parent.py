# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parent's end of a Python worker, for the tests: starts one, sends it chunks, reads its answers and its page."""
import atexit
import collections
import mmap
import multiprocessing.pool
import os
import pickle
import shutil
import signal
import socket
import struct
import sys
import tempfile
import types
import unittest
from importlib.util import find_spec

HERE = os.path.dirname(os.path.abspath(__file__))
SCRATCH = tempfile.mkdtemp(prefix="poolscope-worker-")
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

READY, TASK, RESULT, PROBE = 1, 2, 3, 4
CHUNK, TASK_AT, FINISHED, COMPUTE_BEGAN, RSS, MAX_RSS, CPU_WAIT, ABANDONED, CLAIMS = range(9)
IDLE = (1 << 64) - 1
RING_OFFSET, CAPACITY = 4096, 512 * 1024
RING = 128 + CAPACITY
_LIMIT_S = 60

Frame = collections.namedtuple("Frame", "kind serial record payload")


class ChunkOutcomes:
    def __init__(self, outcomes):
        self.outcomes = outcomes


ChunkOutcomes.__module__ = "poolscope"
sys.modules["poolscope"] = types.ModuleType("poolscope")
sys.modules["poolscope"].ChunkOutcomes = ChunkOutcomes


def packages():
    """The folder of the packages: as they were built, with the helper in C, or as they are."""
    poolscope = os.environ.get("POOLSCOPE")
    built = os.path.join(os.path.dirname(poolscope), "..", "python") if poolscope else ""
    return os.path.abspath(built if os.path.isdir(built) else os.path.join(HERE, "..", "..", "resources", "python"))


def plain_packages():
    """The same with no helper in C."""
    folder = os.path.join(SCRATCH, "plain")
    if not os.path.isdir(folder):
        for name in ("poolscope", "poolscope_worker", "poolscope_trace"):
            shutil.copytree(os.path.join(packages(), name), os.path.join(folder, name),
                            ignore=shutil.ignore_patterns("*.so"))
    return folder


def has_helper():
    return os.path.exists(os.path.join(packages(), "poolscope_worker", "_native.abi3.so"))


by_value = unittest.skipUnless(find_spec("dill") and find_spec("cloudpickle"), "needs dill and cloudpickle")

# Every body of a test runs over each way that a worker can serve: (transport, with the helper).
WAYS = [("pipe", False)] + ([("pipe", True), ("ring", True)] if has_helper() else [])


def each_way(test):
    def every(self):
        for way in WAYS:
            with self.subTest(way=way):
                test(self, *way)

    return every


def user_file(text, name="job.py"):
    """A file of a user's, in a folder of its own."""
    path = os.path.join(tempfile.mkdtemp(dir=SCRATCH), name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def named(name, module="__main__"):
    """What pickles as the global of that name."""
    return type("Named", (), {"__reduce__": lambda self: name, "__call__": print, "__module__": module})()


class _Naming(pickle._Pickler):
    """Names what is not here: functions of the worker's file."""

    def save_global(self, obj, name=None):
        if type(obj).__name__ == "Named":
            self.save(type(obj).__module__)
            self.save(name)
            self.write(pickle.STACK_GLOBAL)
            self.memoize(obj)
        else:
            super().save_global(obj, name)


def message(function, items, job=7, index=3, protocol=5):
    """A chunk's message, as the pool writes it; `function` is a name of the file, or an object."""
    if isinstance(function, str):
        module, _, name = function.rpartition(":")
        function = named(name, module or "__main__")
    call = (job, index, multiprocessing.pool.mapstar, ((function, tuple(items)),), {})
    with tempfile.TemporaryFile() as file:
        _Naming(file, protocol).dump(call)
        file.seek(0)
        return file.read()


class Lane:
    """One channel and page."""

    def __init__(self, transport):
        self.ours, self.theirs = socket.socketpair()
        self.ours.settimeout(_LIMIT_S)
        self.memory_fd = os.memfd_create("worker", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        size = RING_OFFSET + 2 * RING if transport == "ring" else 72
        os.ftruncate(self.memory_fd, size)
        self.memory = mmap.mmap(self.memory_fd, 0)
        self.is_ring = transport == "ring"
        self.page = memoryview(self.memory)[:72].cast("Q")
        # Each a store of its own, as a struct's bytes are not: the other end looks while they are written.
        self.numbers = memoryview(self.memory).cast("Q")
        self.ahead = b""

    def close(self):
        self.ours.close()
        if self.memory_fd >= 0:
            os.close(self.memory_fd)
        self.memory_fd = -1

    def send_bytes(self, data):
        if not self.is_ring:
            return self.ours.sendall(data)
        while data:
            written, taken = self.numbers[RING_OFFSET // 8], self.numbers[RING_OFFSET // 8 + 8]
            part = data[:min(CAPACITY - (written - taken), CAPACITY - written % CAPACITY)]
            at = RING_OFFSET + 128 + written % CAPACITY
            self.memory[at:at + len(part)] = part
            self.numbers[RING_OFFSET // 8] = written + len(part)
            self.ring_bell()
            data = data[len(part):]

    def ring_bell(self):
        try:
            self.ours.send(b"\0", socket.MSG_DONTWAIT)  # always: whether it sleeps takes fences to know
        except BlockingIOError:
            pass

    def more(self):
        """Reads on; False at the end of the channel."""
        if not self.is_ring:
            came = self._received()
        else:
            came = self._ring_bytes()
            while not came:
                struct.pack_into("<I", self.memory, RING_OFFSET + RING + 72, 1)
                came = self._ring_bytes()
                if not came and not self._received(0.05):
                    came = self._ring_bytes()
                    break
        self.ahead += came
        return bool(came)

    def _received(self, limit=None):
        self.ours.settimeout(limit or _LIMIT_S)
        try:
            return self.ours.recv(65536)
        except ConnectionResetError:
            return b""
        except socket.timeout:
            if limit is None:
                raise
            return b"?"

    def _ring_bytes(self):
        ring = RING_OFFSET + RING
        written, taken = self.numbers[ring // 8], self.numbers[ring // 8 + 8]
        at = taken % CAPACITY
        part = self.memory[ring + 128 + at:ring + 128 + min(CAPACITY, at + written - taken)]
        self.numbers[ring // 8 + 8] = taken + len(part)
        if part:
            self.ring_bell()
        return part

    def send(self, kind, serial, payload, record=b""):
        self.send_bytes(struct.pack("<IIIIQII", 0x50534331, kind, len(record), serial, len(payload), 0, 0) +
                        record + payload)

    def receive(self):
        """A Frame, or None at the end of the channel."""
        while len(self.ahead) < 32:
            if not self.more():
                return None
        magic, kind, record, serial, payload, segment, buffers = struct.unpack_from("<IIIIQII", self.ahead)
        assert (magic, segment, buffers) == (0x50534331, 0, 0)
        while len(self.ahead) < 32 + record + payload:
            assert self.more(), "the channel ended in the middle of a frame"
        body, self.ahead = self.ahead[32:32 + record + payload], self.ahead[32 + record + payload:]
        return Frame(kind, serial, body[:record], body[record:])

    def ask(self, function, items, serial=1, **numbers):
        """Sends a chunk; its answer, unpickled."""
        self.send(TASK, serial, message(function, items, **numbers))
        return self.answer(serial)

    def answer(self, serial=1):
        frame = self.receive()
        assert frame is not None, "the worker has ended"
        assert (frame.kind, frame.serial) == (RESULT, serial), frame
        return pickle.loads(frame.payload)


class Worker:
    """A worker of a file, ready."""

    def __init__(self, path="", transport="pipe", native=False, index=0, lanes=1, protocol=5, python=None, ready=True,
                 entry="poolscope_worker", **environment):
        self.lanes = [Lane(transport) for _ in range(lanes)]
        self.said = tempfile.TemporaryFile()
        self.path = path
        self.status = self.pid = None
        program = os.path.join(packages() if native else plain_packages(), entry)
        arguments = [python or sys.executable, program, "--poolscope-worker", str(protocol), transport, str(index), "0",
                     str(lanes), path]
        self._begin(arguments, environment)
        if ready:
            self.start()

    def _begin(self, arguments, environment):
        high = [(os.dup(fd), 3 + n) for n, fd in enumerate(
            fd for lane in self.lanes for fd in (lane.theirs.fileno(), lane.memory_fd))]
        high = [(_above(fd), to) for fd, to in high]
        actions = [(os.POSIX_SPAWN_DUP2, self.said.fileno(), 1), (os.POSIX_SPAWN_DUP2, self.said.fileno(), 2)]
        actions += [(os.POSIX_SPAWN_DUP2, fd, to) for fd, to in high]
        self.pid = os.posix_spawn(arguments[0], arguments, {**os.environ, "PYTHONUNBUFFERED": "",
                                                            "POOLSCOPE_PARENT": str(os.getpid()), **environment},
                                  file_actions=actions, setsigmask=[signal.SIGINT])
        for fd, _ in high:
            os.close(fd)
        for lane in self.lanes:
            lane.theirs.close()

    def start(self):
        """Until all its lanes are ready."""
        self.ready = [lane.receive() for lane in self.lanes]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for lane in self.lanes:
            lane.close()
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self.wait()
        self.said.close()

    def __getattr__(self, name):  # of the one lane that most tests have
        return getattr(self.lanes[0], name)

    def end(self):
        """Ends its channels, and says how it ended."""
        for lane in self.lanes:
            if lane.ours.fileno() >= 0:
                lane.ours.shutdown(socket.SHUT_WR)
        return self.wait()

    def wait(self):
        _, status = os.waitpid(self.pid, 0)
        self.status = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        return self.status

    def output(self):
        return os.pread(self.said.fileno(), 1 << 20, 0).decode()


def _above(fd):
    """The descriptor at a number that none of a worker's has."""
    import fcntl

    high = fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 100)
    os.close(fd)
    return high

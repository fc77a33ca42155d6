# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Writes what this process saw: a ring of 64-byte records, and a file of JSON lines.

Both files are made on first use in a process (again after a fork), in the folder $POOLSCOPE_TRACE_DIR; without that
variable nothing is ever written. core/trace/README.md fixes the format. Nothing here raises: where the files cannot be
written, the program runs on as if there were no tracer. Only built-in modules are imported: a program may have a
json.py or a queue.py of its own.
"""
import itertools
import os
import sys
import time
from _struct import Struct
from _thread import RLock

try:
    from . import _native
except ImportError:
    _native = None

now = time.monotonic_ns

CAPACITY = 1 << 17
RECORD_SIZE = 64
HEADER_SIZE = 4096
WRITTEN_AT = 64
STATE_AT = 128
LINE_LIMIT = 64 * 1024 - 1
# A sparse file that its disk has no room for ends in SIGBUS: better not to begin.
FREE_BYTES_NEEDED = 64 * 1024 * 1024

_HEADER = Struct("<8sIIQIIQI")
_pack = Struct("<BBHIIIQQQ6f").pack_into
_pack_two = Struct("<BBHIIIQQQ2f16x").pack_into  # the other durations are zeros
_store = Struct("<Q").pack_into
_state = Struct("<I").pack_into
_held = Struct("<IIIQ").pack_into
_folder = os.environ.get("POOLSCOPE_TRACE_DIR")  # now, since a program may change its environment
if os.environ.get("POOLSCOPE_TRACE_NATIVE") == "0":
    _native = None


def native():
    """The C helper, or None where it was not built or POOLSCOPE_TRACE_NATIVE=0 says so."""
    return _native


class _Files:
    """The pair of files of one process."""

    def __init__(self):
        self.lock = RLock()
        self.pid = os.getpid()
        self.path = None
        self.tried = False
        self.map = None
        self.record = self.foresee = None
        self.hold, self.let_go = _nothing, _nothing
        self.pools = itertools.count(1)

    def open(self):
        """Makes the pair; what fails here fails once, and then for good. A thread that comes meanwhile waits."""
        with self.lock:
            if self.tried:
                return
            self.tried = True
            if not _folder or not os.path.isabs(_folder) or not _has_room(_folder):
                return
            begin = now()
            stem = os.path.join(_folder, "%d.%d" % (self.pid, begin))
            self.map = _make_ring(stem + ".ring", _header(self.pid, begin))
            self.record, self.foresee = (_native.record, None) if _native is not None else _recorders(self.map)
            self.hold, self.let_go = (_native.hold, _native.let_go) if _native is not None else _holders(self.map)
            os.close(_create(stem + ".jsonl"))
            self.path = stem + ".jsonl"
        line("process", pid=self.pid, parent=os.getppid(), argv=list(getattr(sys, "argv", ())),
             executable=sys.executable, python=sys.version.split()[0])


def _nothing(*numbers):
    pass


def _holders(ring):
    """(hold, let_go) in Python, for a ring that is open."""
    def _hold(job, index, count, since):
        _held(ring, STATE_AT + 4, job, index, count, since)
        _state(ring, STATE_AT, 1)

    def _let_go():
        _state(ring, STATE_AT, 0)

    return _hold, _let_go


def hold(job, index, count, since):
    """What this worker is at, for whoever finds it dead. Never raises."""
    try:
        _files.hold(job, index, count, since)
    except Exception:
        pass


def let_go():
    """Its answer is sent. Never raises."""
    try:
        _files.let_go()
    except Exception:
        pass


def _has_room(folder):
    room = os.statvfs(folder)
    return room.f_bavail * room.f_frsize >= FREE_BYTES_NEEDED


def _create(path):
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)


def _header(pid, begin):
    return _HEADER.pack(b"PSTRACE1", 1, RECORD_SIZE, CAPACITY, pid, os.getppid(), begin, sys.hexversion)


def _make_ring(path, header):
    """The map of a new ring; the magic comes last, so that a reader who finds it finds the rest."""
    size = HEADER_SIZE + CAPACITY * RECORD_SIZE
    fd = _create(path)
    try:
        os.ftruncate(fd, size)
        os.pwrite(fd, header[8:], 8)
        os.pwrite(fd, header[:8], 0)
        if _native is not None:
            return _native.open(fd, size)
        import mmap

        # From 3.13 on the map need not keep a descriptor of its own, which a program may close and use anew.
        return mmap.mmap(fd, size, **({"trackfd": False} if sys.version_info >= (3, 13) else {}))
    finally:
        os.close(fd)


_files = _Files()
_kept = []  # maps of the processes we were forked from: closing one could close a number that is used anew


def _begin_anew():
    global _files, record
    _kept.append(_files.map)
    if _native is not None:
        _native.forget()
    record = _record_or_open
    _files = _Files()


def _record_or_open(*fields):
    """Writes one record: kind, flags, pool, job, index, count, begin, bytes, answer and two or six durations, all of
    them numbers, times in ns. Never raises."""
    global record
    try:
        files = _files
        files.open()
        if files.record is not None:
            record = files.record
            record(*fields)
    except Exception:
        pass


def _recorders(ring):
    """(record, foresee) in Python, for a ring that is open."""
    lock = RLock()
    claimed = depth = 0
    first, mask = HEADER_SIZE, CAPACITY - 1
    pack, pack_two, store = _pack, _pack_two, _store

    def _record(kind=0, flags=0, pool=0, job=0, index=0, count=0, begin=0, nbytes=0, answer=0,
                d0=0, d1=0, d2=None, d3=0, d4=0, d5=0):
        nonlocal claimed, depth
        try:
            with lock:
                at = first + (claimed & mask) * 64
                claimed += 1
                # A finalizer or a signal handler may come between and record too: who began first publishes for both.
                depth += 1
                try:
                    if d2 is None:
                        pack_two(ring, at, kind, flags, pool, job, index, count, begin, nbytes, answer, d0, d1)
                    else:
                        pack(ring, at, kind, flags, pool, job, index, count, begin, nbytes, answer,
                             d0, d1, d2, d3, d4, d5)
                finally:
                    depth -= 1
                    if not depth:
                        store(ring, WRITTEN_AT, claimed)
        except Exception:  # a number beyond its bounds: a record of zeros is left out by the reader
            ring[at:at + RECORD_SIZE] = bytes(RECORD_SIZE)

    def _foresee(*fields):
        with lock:
            if not depth:
                _pack(ring, first + (claimed & mask) * 64, *fields)

    return _record, _foresee


def foresee(*fields):
    """Fills the next place of the ring without publishing it: should this process be killed before it can record the
    same, a reader may still find it. Only where Python writes the ring; native.c does so by itself."""
    try:
        _files.foresee(*fields)
    except Exception:
        pass


record = _record_or_open


def line(what, **fields):
    """Writes one JSON line. Never raises; long strings and lists are cut."""
    try:
        if _files.pid != os.getpid():  # forked without Python's hooks
            _begin_anew()
        files = _files
        files.open()
        if files.path is None:
            return
        text = _within({"what": what, "t": now(), **fields})
        fd = os.open(files.path, os.O_WRONLY | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            os.write(fd, text)
        finally:
            os.close(fd)
    except Exception:
        pass


def _within(fields):
    for limit in (4096, 512, 64):
        text = _json(fields, limit).encode("ascii") + b"\n"
        if len(text) <= LINE_LIMIT:
            return text
    return _json({"what": fields["what"], "t": fields["t"]}, 64).encode("ascii") + b"\n"


def _json(value, limit):
    """JSON of plain values; of strings, lists and dictionaries at most `limit` parts."""
    from _json import encode_basestring_ascii as quoted

    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return float.__repr__(value) if value - value == 0 else "null"
    if isinstance(value, str):
        return quoted(str.__str__(value)[:limit])
    if isinstance(value, dict):
        inner = [quoted(str(key)) + ":" + _json(part, limit) for key, part in list(value.items())[:limit]]
        return "{" + ",".join(inner) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([_json(part, limit) for part in value[:limit]]) + "]"
    return quoted(type(value).__name__)


def new_pool():
    """The number of the next pool of this process, from 1."""
    return next(_files.pools)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)

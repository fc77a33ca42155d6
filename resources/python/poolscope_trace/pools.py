# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Follows multiprocessing.Pool, and its twin in the package multiprocess.

The pool's functions are not wrapped where a wrapper would be seen in a traceback. `_repopulate_pool` is a descriptor,
which acts when a pool asks for it and is gone during the call; queues are used through copies of their own functions
(see sides.py). A ThreadPool is left alone.
"""
import functools
import os
import sys

from . import calls, failures, ring, sides, workers

_pools = {}  # what is known of a pool, by its id
_NEEDED = {
    "SimpleQueue.get": ("_rlock", "_reader", "recv_bytes", "_ForkingPickler", "loads"),
    "SimpleQueue.put": ("_ForkingPickler", "dumps", "_wlock", "_writer", "send_bytes"),
    "Connection.send": ("_send_bytes", "_ForkingPickler", "dumps"),
    "Connection.recv": ("_recv_bytes", "_ForkingPickler", "loads"),
    "Connection._recv_bytes": ("_recv", "struct", "unpack"),
}


def patch(module):
    """Follows the pools of multiprocessing.pool, or of multiprocess.pool."""
    for name in ("Process", "_repopulate_pool", "_join_exited_workers", "ThreadPool", "mapstar", "starmapstar"):
        if not hasattr(module.Pool, name) and not hasattr(module, name):
            return ring.line("not_traced", why="%s has no %s" % (module.__name__, name))
    module.Pool._repopulate_pool = _Repopulate(module.Pool.__dict__["_repopulate_pool"], module)
    module.Pool.Process = _Process(module.Pool.__dict__["Process"])
    _follow_exits(module.Pool)
    calls.follow(module, _pools)
    os.register_at_fork(after_in_child=_pools.clear)  # pools of the parent: a pool of the child may have the same id


def _unknown(package):
    """What in the package is not as it was known, or None."""
    owners = {"SimpleQueue": sys.modules[package + ".queues"].SimpleQueue,
              "Connection": sys.modules[package + ".connection"].Connection}
    for name, needed in _NEEDED.items():
        owner, _, method = name.partition(".")
        code = getattr(owners[owner], method).__code__
        for one in needed:
            if one not in code.co_names:
                return "%s: %s does not use %s" % (package, name, one)
    return None


class _Repopulate:
    """In place of Pool._repopulate_pool, which a new pool asks itself for when its queues are there and its workers are
    not: prepares the pool, and hands out the original."""

    def __init__(self, original, module):
        self._original = original
        self._module = module

    def __get__(self, pool, owner=None):
        found = self._original.__get__(pool, owner)
        if pool is not None and not isinstance(pool, self._module.ThreadPool) and id(pool) not in _pools:
            try:
                self._prepare(pool)
            except Exception as error:
                ring.line("not_traced", why="pool: %s: %s" % (type(error).__name__, error))
        return found

    def _prepare(self, pool):
        package = self._module.__name__.rpartition(".")[0]
        queue = sys.modules[package + ".queues"].SimpleQueue
        if type(pool._inqueue) is not queue or type(pool._outqueue) is not queue:
            return ring.line("not_traced", why="a pool with queues of its own: %s" % type(pool._inqueue).__qualname__)
        unknown = _unknown(package)
        if unknown:
            return ring.line("not_traced", why=unknown)
        traced = TracedPool(self._module, package, pool)
        _use_sides(traced, package, pool)
        _pools[id(pool)] = traced
        # The pool's own end, at 15, comes first.
        sys.modules[package + ".util"].Finalize(pool, _ended, args=(id(pool),), exitpriority=14)
        return traced


class _Process:
    """In place of Pool.Process, whether the pool asks for it or a class derived from it: gives each worker its number,
    and queues that record."""

    def __init__(self, original):
        self._original = original

    def __get__(self, pool, owner=None):
        found = self._original.__get__(pool, owner)

        @functools.wraps(found)
        def Process(*args, **kwds):
            process = found(*args, **kwds)
            try:
                for traced in list(_pools.values()):
                    traced.number_worker(process)
            except Exception as error:
                ring.line("not_traced", why="worker: %s: %s" % (type(error).__name__, error))
            return process

        return Process if pool is None or id(pool) in _pools else found


class TracedPool:
    """What is known of one pool in its parent."""

    def __init__(self, module, package, pool):
        self.number = ring.new_pool()
        self.pid = os.getpid()
        self.module = module
        self.queues = (pool._inqueue, pool._outqueue)
        self.workers = pool._pool  # the pool's own list, which it changes in place
        self.started = 0
        self.sides = ()
        self.exits = set()
        self.last_call = self.last_code = None
        self.last_at = self.alike = 0
        self.call_lines = 0
        ring.line("pool", pool=self.number, kind="multiprocessing.Pool" if package == "multiprocessing" else package,
                  workers=pool._processes, start_method=_start_method(pool._ctx))

    def number_worker(self, process):
        """Has a process that is about to start as a worker of this pool record, by its arguments."""
        args = process._args
        ours = len(args) > 1 and args[0] is self.queues[0] and args[1] is self.queues[1]
        if ours and process._target is self.module.worker:
            facts = {"module": self.module.__name__, "pool": self.number, "parent": self.pid, "worker": self.started}
            self.started += 1
            process._args = (workers.Inlet(args[0], facts), workers.Outlet(args[1], facts)) + tuple(args[2:])

    def tell_exit(self, process):
        """Tells how a worker ended, once, if it has."""
        code = getattr(getattr(process, "_popen", None), "returncode", None)
        if code is not None and process.pid not in self.exits:
            self.exits.add(process.pid)
            ring.line("worker_exit", pool=self.number, pid=process.pid, exitcode=code)


def _start_method(context):
    name = getattr(context, "_name", None)
    return name if isinstance(name, str) else context.get_start_method()


def _use_sides(traced, package, pool):
    """Has the parent send and receive by way of a Side."""
    writer, reader = pool._inqueue._writer, pool._outqueue._reader
    pickler = sys.modules[package + ".connection"]._ForkingPickler
    tell = failures.teller(traced.number, "argument", pickler)
    if ring.native() is None:
        tell = failures.cleaning(tell, pool._cache)
    stars = (traced.module.mapstar, traced.module.starmapstar)
    pool._quick_put, sending = sides.sender(writer, traced.number, pickler, stars, tell)
    pool._quick_get, receiving = sides.receiver(reader, traced.number, pickler, stars, tell)
    traced.sides = (sending, receiving)


def _follow_exits(kind):
    """Tells of the workers that the pool finds ended."""
    original = kind._join_exited_workers  # static since 3.8

    @functools.wraps(original)
    def _join_exited_workers(pool):
        before = list(pool)
        cleaned = original(pool)
        if cleaned:
            for traced in list(_pools.values()):
                if traced.workers is pool:
                    for process in before:
                        traced.tell_exit(process)
        return cleaned

    kind._join_exited_workers = staticmethod(_join_exited_workers)


def _ended(key):
    traced = _pools.pop(key, None)
    for side in traced.sides if traced is not None else ():
        side.send = side.failed = None  # they are parts of circles that would keep connections open
    if traced is not None and traced.pid == os.getpid():
        for process in list(traced.workers):
            traced.tell_exit(process)
        if not traced.started:
            ring.line("not_traced", why="the workers of pool %d: their class has a Process of its own" % traced.number)
        ring.line("pool_end", pool=traced.number)

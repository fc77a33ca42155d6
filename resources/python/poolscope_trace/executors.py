# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Follows concurrent.futures.ProcessPoolExecutor and loky's (joblib's) executor in their parent.

No function that a program calls is wrapped. Descriptors note when an executor looks up a method of its own, and its
queues send and receive by copies of their own functions (see sides.py), so that tracebacks stay what they were.
"""
import functools
import os
import sys
import threading
import weakref
from itertools import repeat

from . import executor_calls, executor_sides, executor_worker, ring
from .sides import copied

# A lock that is not free by then is held by whoever asks: the program, not the tracer, is to wait for it.
_PATIENCE_S = 1
_NEEDED = ("ProcessPoolExecutor", "_SafeQueue", "_CallItem", "_ResultItem", "_process_worker", "_process_chunk")


def patch(module):
    """Follows the executors of concurrent.futures.process, or of loky.process_executor."""
    missing = [name for name in _NEEDED if not hasattr(module, name)]
    missing = missing or executor_worker.missing_in(module)
    if missing:
        return ring.line("not_traced", why="%s has no %s" % (module.__name__, missing[0]))
    kind, queue = module.ProcessPoolExecutor, module._SafeQueue
    _hook(kind, "submit", functools.partial(_prepare, module))
    _hook(queue, "_on_queue_feeder_error", None).bind = executor_sides.with_failure
    _hook(queue, "get", None).bind = functools.partial(executor_worker.getting, module)
    _hook(queue, "__reduce_ex__", None).bind = _on_its_way
    manager = getattr(module, "_ExecutorManagerThread", None)
    if manager is not None:  # since 3.9
        _hook(manager, "terminate_broken", _broken)
        for name in ("kill_workers", "join_executor_internals"):  # which empty the dict of processes, in loky
            if hasattr(manager, name):
                _hook(manager, name, _leaving)
        if "_delete" in threading.Thread._bootstrap_inner.__code__.co_names:  # since 3.11
            _hook(manager, "_delete", _over)
        else:
            _follow_run(manager)
    else:
        _follow_manager_function(module)


class Hook:
    """In place of a method: tells of each look-up, and gives the very method."""

    bind = None

    def __init__(self, original, before):
        self._original = original
        self._before = before

    def __get__(self, thing, owner=None):
        found = self._original.__get__(thing, owner)
        if thing is None:
            return found
        try:
            if self.bind is not None:
                return self.bind(thing, found)
            self._before(thing)
        except Exception as error:
            ring.line("not_traced", why="%s: %s" % (type(error).__name__, error))
        return found


def _hook(kind, name, before):
    original = next(base.__dict__[name] for base in kind.__mro__ if name in base.__dict__)
    hook = Hook(original, before)
    setattr(kind, name, hook)
    return hook


def _prepare(module, executor):
    """Before an executor is first asked to submit: it has its queues by now, and no thread and no process uses them."""
    if "_poolscope" in executor.__dict__ or not executor._shutdown_lock.acquire(timeout=_PATIENCE_S):
        return
    try:  # under the lock that submit takes: no other thread begins to use the queues meanwhile
        if "_poolscope" not in executor.__dict__ and executor._call_queue is not None:
            executor.__dict__["_poolscope"] = None  # should what follows fail, it fails once
            _follow(module, executor, executor._call_queue, executor._result_queue)
    finally:
        executor._shutdown_lock.release()


def _follow(module, executor, calls, results):
    reader, writer = results._reader, calls._writer
    if executor._queue_count or calls._thread is not None or not executor_worker.is_plain(reader, writer):
        ring.line("not_traced", why="an executor that was in use, or has queues of its own")
        return
    traced = Traced(module, executor)
    sending = executor_sides.Sending(traced, module)
    receiving = executor_sides.Receiving(traced, module)
    receive = copied(type(reader).recv, _ForkingPickler=receiving)
    view = executor_worker.view_of(reader, receiving)
    reader.recv = map(receiving.take, map(receive, repeat(view))).__next__
    calls._send_bytes = executor_worker.view_of(writer, sending).send_bytes
    calls._buffer = executor_sides.Buffer(sending)
    calls._poolscope = executor._poolscope = traced
    work_ids, told = weakref.ref(executor._work_ids), traced.calls
    put = type(executor._work_ids).put

    def put_id(item, *args, **kwds):
        told.submitted(item)
        return put(work_ids(), item, *args, **kwds)

    executor._work_ids.put = put_id


class Traced:
    """What is known of one executor in its parent."""

    def __init__(self, module, executor):
        self.number = ring.new_pool()
        self.pid = os.getpid()
        self.executor = weakref.ref(executor)
        self.started = 0
        self.leaving = {}
        self.told = set()
        self.calls = executor_calls.Calls(self.number, self.executor, module)
        context = getattr(executor, "_mp_context", None) or executor._context
        name = getattr(context, "_name", None)
        ring.line("pool", pool=self.number, kind="loky" if "loky" in module.__name__ else "concurrent.futures",
                  workers=executor._max_workers,
                  start_method=name if isinstance(name, str) else context.get_start_method())

    def next_worker(self):
        """The number of the worker that is being started."""
        executor = self.executor()
        return max(self.started, len(executor._processes or ()) if executor is not None else 0)

    def leaves(self, pid):
        """A worker said that it ends: its process is kept until its exit code is known."""
        executor = self.executor()
        process = (executor._processes or {}).get(pid) if executor is not None else None
        if process is not None:
            self.leaving[pid] = process

    def tell_exits(self, processes=None, ask=False):
        """Tells how workers ended, each once: of those that were joined, or (`ask`) of all that have ended."""
        for pid, process in list((self.leaving if processes is None else processes).items()):
            popen = getattr(process, "_popen", None)
            code = process.exitcode if ask else getattr(popen, "returncode", None)
            if code is None:
                continue
            self.leaving.pop(pid, None)
            if pid not in self.told:
                self.told.add(pid)
                ring.line("worker_exit", pool=self.number, pid=pid, exitcode=code)


def _broken(manager):
    """A worker is gone: those that ended by now are told first, before the others are made to end."""
    traced = manager.call_queue.__dict__.get("_poolscope")
    if traced is not None:
        processes = dict(manager.processes)
        traced.tell_exits(processes, ask=True)
        traced.leaving.update(processes)


def _leaving(manager):
    """All workers end: they are kept until their exit codes are known."""
    traced = manager.call_queue.__dict__.get("_poolscope")
    if traced is not None:
        traced.leaving.update(manager.processes)


def _over(manager):
    """The thread that manages an executor ends: all of its workers were joined."""
    traced = manager.call_queue.__dict__.get("_poolscope")
    if traced is not None and traced.pid == os.getpid():
        _end(traced, manager.processes, manager.result_queue)


def _end(traced, processes, results):
    traced.leaving.update(processes)
    traced.tell_exits(ask=True)
    traced.leaving.clear()
    traced.calls.end()
    results._reader.__dict__.pop("recv", None)  # it holds itself
    ring.line("pool_end", pool=traced.number)


def _follow_run(kind):
    """Python 3.9 and 3.10, where nothing is looked up after a thread has run."""
    original = kind.run

    @functools.wraps(original)
    def run(self):
        try:
            return original(self)
        finally:
            executor_sides.quietly(_over, self)

    kind.run = run


def _follow_manager_function(module):
    """Python 3.8: the manager is a function, and its thread a plain one."""
    original = module._queue_management_worker

    @functools.wraps(original)
    def _queue_management_worker(reference, processes, pending, ids, call_queue, result_queue, *args):
        try:
            return original(reference, processes, pending, ids, call_queue, result_queue, *args)
        finally:
            traced = call_queue.__dict__.get("_poolscope")
            if traced is not None:
                executor_sides.quietly(_end, traced, processes, result_queue)

    module._queue_management_worker = _queue_management_worker


def _on_its_way(queue, method):
    """What pickles a call queue: one that goes to a new worker takes along whose worker that will be."""
    traced = queue.__dict__.get("_poolscope")
    if traced is None or sys.modules["multiprocessing.context"].get_spawning_popen() is None:
        return method
    return functools.partial(_reduced_queue, traced, type(queue), method)


def _reduced_queue(traced, kind, method, protocol):
    plain = method(protocol)
    if type(plain) is not tuple or len(plain) < 3 or plain[1] != (kind,):
        return plain
    facts = {"pool": traced.number, "parent": traced.pid, "worker": traced.next_worker()}
    traced.started = facts["worker"] + 1
    return (eval, (executor_worker.REVIVE, {"kind": kind, "facts": facts})) + tuple(plain[2:])

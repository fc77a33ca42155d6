# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""The worker's side of an executor: one record for each task.

The executor's own worker function runs as ever. That it looks up `get`, that its pickler is looked up, that a call's
function is taken from it: each is a moment of which the clock is told, and nothing stands in between.
"""
import os
import struct
import sys
from types import MethodType, SimpleNamespace

from . import executor_calls, failures, ring
from .sides import CHUNK, FAILED, UNPICKLABLE, copied

now = ring.now
# A pickle that asks nothing of a child in which no tracer runs.
REVIVE = ("__import__('poolscope_trace.executor_worker', fromlist=['revived']).revived(kind, facts)"
          " if 'poolscope_trace' in __import__('sys').modules else kind.__new__(kind)")
_NEEDED = {
    "Queue.get": ("_recv_bytes", "_ForkingPickler", "loads"),
    "Queue._start_thread": ("_buffer", "_send_bytes", "_on_queue_feeder_error"),
    "SimpleQueue.put": ("_wlock", "_writer", "send_bytes"),
    "Connection.recv": ("_recv_bytes", "_ForkingPickler", "loads"),
    "Connection._recv_bytes": ("_recv", "struct", "unpack"),
    "Connection._send_bytes": ("struct", "pack"),
}
_side = None  # of this process, where it is a worker


def _connection_module():
    return sys.modules["multiprocessing.connection"]


def missing_in(module):
    """The names that the functions used here do not use as they did."""
    queues = sys.modules["multiprocessing.queues"]
    parts = {"Queue": module._SafeQueue, "SimpleQueue": getattr(module, "SimpleQueue", queues.SimpleQueue),
             "Connection": _connection_module().Connection}
    missing = ["dict in %s" % name for name in ("_CallItem", "_ResultItem")
               if hasattr(getattr(module, name), "__slots__")]
    for place, needed in _NEEDED.items():
        owner, _, method = place.partition(".")
        code = getattr(parts[owner], method).__code__
        missing += ["%s in %s" % (name, place) for name in needed if name not in code.co_names]
    return missing


def is_plain(*connections):
    return all(type(one) is _connection_module().Connection for one in connections)


def forking_pickler(module):
    """What loads messages: as the modules of the queues have it."""
    return _connection_module()._ForkingPickler


def pickler_of(module):
    """The class that pickles tasks and results."""
    reduction = sys.modules.get(module.__name__.rpartition(".")[0] + ".backend.reduction")
    chosen = getattr(reduction, "get_loky_pickler", None)
    return chosen() if chosen is not None else forking_pickler(module)


def view_of(connection, side):
    """The same connection (they share all they have), whose messages pass by a side."""
    kind = type(connection)
    own = {"__del__": lambda self: None, "__module__": kind.__module__}
    for name in ("_recv_bytes", "_send_bytes"):
        own[name] = copied(getattr(kind, name), struct=side)
    view = type(kind.__name__, (kind,), own)
    view = view.__new__(view)
    view.__dict__ = connection.__dict__
    return view


def revived(kind, facts):
    """A call queue that was sent to a new worker."""
    queue = kind.__new__(kind)
    queue._poolscope_facts = facts
    return queue


def getting(module, queue, method):
    """`queue.get` is looked up: the worker begins to wait. Gives what it is to call."""
    side = queue.__dict__.get("_poolscope_side")
    if side is None:
        facts = _facts(queue)
        side = _become_worker(module, queue, method, facts) if facts is not None else None
        if side is None:
            return method
        queue._poolscope_side = side
    side.ready = side.ready or now()
    return MethodType(side.get, queue)


def _facts(queue):
    """Whose worker this is; None where it is no worker."""
    facts, traced = queue.__dict__.get("_poolscope_facts"), queue.__dict__.get("_poolscope")
    if facts is None and traced is not None and traced.pid != os.getpid():  # forked
        facts = {"pool": traced.number, "parent": traced.pid, "worker": traced.next_worker()}
    return facts


def _become_worker(module, queue, method, facts):
    global _side
    results = _results_of_worker()
    if results is None or not is_plain(queue._reader, results._writer):
        ring.line("not_traced", why="a worker with queues of its own")
        return None
    side = Side(module, facts["pool"])
    put = type(results).put
    pickler = "_ForkingPickler" if "_ForkingPickler" in put.__code__.co_names else "dumps"
    side.pickler = put.__globals__[pickler]
    side.get = copied(method.__func__, _ForkingPickler=_Loads(side, method.__func__.__globals__["_ForkingPickler"]))
    names = SimpleNamespace(_wlock=_Lock(results._wlock, side), _writer=view_of(results._writer, side),
                            _reducers=getattr(results, "_reducers", None))
    queue._recv_bytes = view_of(queue._reader, side).recv_bytes
    results.put = MethodType(copied(put, **{pickler: (_Dumps if pickler == "_ForkingPickler" else _Dump)(side)}), names)
    module._CallItem.fn = _Function()
    _side = side
    ring.line("worker", pool=facts["pool"], parent=facts["parent"], worker=facts["worker"], pid=os.getpid())
    return side


def _results_of_worker():
    """The result queue: the worker function, which is looking up `get`, has it."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_name != "_process_worker":
        frame = frame.f_back
    return frame.f_locals.get("result_queue") if frame is not None else None


class Side:
    """What is known of the task under way; stands where `_recv_bytes` and `_send_bytes` look for struct."""

    def __init__(self, module, pool):
        self.module, self.pool = module, pool
        self.pickler = self.get = None
        self.handled = sys.exc_info()[1]  # of a program that forked while it handled an error
        self.failed = failures.teller(pool, "result", pickler_of(module))
        self.header = self.received = self.size = 0
        self.begin_next(0)

    def begin_next(self, ready):
        self.ready = ready
        self.unpickled = self.computed = self.broke = self.pickled = self.answer = self.flags = 0

    def unpack(self, form, data):
        if len(data) == 4:
            self.header = now()
        values = struct.unpack(form, data)
        self.size = values[0]
        return values

    def pack(self, form, size):
        self.answer = max(size, 0)
        return struct.pack(form, size)

    def take(self, item):
        """The task is there, and its function about to be called."""
        if not self.unpickled:
            self.unpickled = now()
            self.job = item["work_id"]
            self.count = executor_calls.count_of(self.module, item)
            ring.hold(self.job, 0, self.count, self.unpickled)

    def pickling(self):
        """An answer is about to be pickled; the second one where the first could not be."""
        at = now()
        if not self.unpickled:
            return  # what a worker says when it ends
        error = sys.exc_info()[1]
        if error is self.handled:
            error = None
        if not self.computed:
            self.computed = at
            self.flags = FAILED if error is not None else 0
        elif error is not None:
            self.broke = at
            self.flags = FAILED | UNPICKLABLE
            self.failed(self.job, 0, _unsent(sys._getframe(2)), error)

    def sent(self, end):
        """The answer is in the pipe."""
        if not self.computed or not self.pickled:
            return
        ring.record(CHUNK, self.flags, self.pool, self.job, 0, self.count, self.ready, self.size, self.answer,
                    self.header - self.ready, self.received - self.header, self.unpickled - self.received,
                    self.computed - self.unpickled, (self.broke or self.pickled) - self.computed, end - self.pickled)
        ring.let_go()
        self.begin_next(end)


def _unsent(frame):
    """The result, or the error, that could not be pickled: the function that sends results back has it."""
    while frame is not None and frame.f_code.co_name != "_sendback_result":
        frame = frame.f_back
    given = frame.f_locals if frame is not None else {}
    raised = given.get("exception")
    return given.get("result") if raised is None else getattr(raised, "exc", raised)


class _Loads:
    """Stands where `get` looks for `_ForkingPickler`: it does when a message is complete."""

    def __init__(self, side, pickler):
        self._side, self._pickler = side, pickler

    @property
    def loads(self):
        self._side.received = now()
        return self._pickler.loads


class _Dumps:
    """Stands where `put` looks for `_ForkingPickler`."""

    def __init__(self, side):
        self._side = side

    @property
    def dumps(self):
        _quietly(self._side.pickling)
        return self._side.pickler.dumps


class _Dump:
    """Stands where loky's `put` looks for its function `dumps`: being called is being asked for __call__."""

    def __init__(self, side):
        self._side = side

    @property
    def __call__(self):
        _quietly(self._side.pickling)
        return self._side.pickler


class _Lock:
    """The lock of the result pipe: an answer is pickled when it is asked for, and sent when it is let go."""

    def __init__(self, lock, side):
        self._lock, self._side = lock, side

    @property
    def __enter__(self):
        self._side.pickled = now()
        return self._lock.__enter__

    @property
    def __exit__(self):
        return self._left

    def _left(self, *error):
        end = now()
        left = self._lock.__exit__(*error)
        if error[0] is None:
            _quietly(self._side.sent, end)
        return left


class _Function:
    """In place of the attribute `fn` of the calls in a worker, whose own dict goes on holding it."""

    def __get__(self, item, owner=None):
        if item is None:
            raise AttributeError("fn")
        if _side is not None:
            try:
                _side.take(item.__dict__)
            except Exception:
                pass
        try:
            return item.__dict__["fn"]
        except KeyError:
            raise AttributeError("fn") from None

    def __set__(self, item, function):
        item.__dict__["fn"] = function


def _quietly(step, *args):
    try:
        step(*args)
    except Exception:
        pass

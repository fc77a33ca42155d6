# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""One end of a pool's pipe, in Python: what native.c does faster, call by call.

multiprocessing's own functions go on sending and receiving. Copies of them are run (the same code with a few globals
of ours), so that they pass by a Side, which only looks at the clock. What a program sees of them, down to the lines of
a traceback, stays what it was.
"""
from _struct import unpack
from itertools import repeat
from types import FunctionType, MethodType, SimpleNamespace

from . import ring
from .ring import now

SENT, CHUNK, RECEIVED = 1, 2, 3
FAILED, UNPICKLABLE = 1, 2


def copied(function, **replaced):
    """The same code with some of its globals replaced: in a traceback it cannot be told from the original."""
    names = dict(function.__globals__)
    names.update(replaced)
    copy = FunctionType(function.__code__, names, function.__name__, function.__defaults__, function.__closure__)
    copy.__kwdefaults__ = function.__kwdefaults__
    copy.__qualname__ = function.__qualname__
    return copy


class Side:
    """Stands where the copies look for `_ForkingPickler` and `struct`. `send` is the copy that sends; `failed` is told
    of what cannot be pickled: failed(job, index, object, error)."""

    def __init__(self, pool, pickler, stars, failed):
        self.pool = pool
        self.pickler = pickler
        self.star, self.starstar = stars
        self.failed = failed
        self.send = None
        self.ready = self.header = self.received = self.unpickled = self.pickled = 0
        self.size = self.answer = self.job = self.index = self.count = self.begun = 0
        self.broken = False
        self.flags = None

    def begin(self):
        """From now on the worker waits for its first chunk."""
        self.ready = now()

    def unpack(self, form, data):
        """struct.unpack, called as soon as the four bytes before a message are there."""
        if len(data) == 4:
            self.header = now()
        values = unpack(form, data)
        self.size = values[0]
        return values

    @property
    def loads(self):
        """Asked for when a message is complete."""
        self.received = now()
        return self.pickler.loads

    def dumps(self, obj):
        """ForkingPickler.dumps: what it returns is sent next."""
        data = self.pickler.dumps(obj)
        self.answer = len(data)
        self.pickled = now()
        if self.flags is not None:
            # As soon as the answer is sent the parent may kill this process: its record has to stand before.
            ring.foresee(*self._chunk(0))
        return data

    def put_task(self, task):
        """The parent sends a chunk."""
        send = self.send
        if type(task) is not tuple or len(task) != 5:
            return send(task)
        self.pickled = 0
        begin = now()
        try:
            result = send(task)
        except BaseException as error:
            if not self.pickled:
                ring.record(SENT, UNPICKLABLE, self.pool, task[0], task[1], self._tasks(task), begin, 0, 0,
                            now() - begin, 0)
                self.failed(task[0], task[1], task, error)
            raise
        pickled = self.pickled
        job, index, function, _, _ = task
        count = 1 if function is not self.star and function is not self.starstar else self._tasks(task)
        ring.record(SENT, 0, self.pool, job, index, count, begin, self.answer, 0, pickled - begin, now() - pickled)
        return result

    def take_result(self, result):
        """The parent has received a result."""
        end = now()
        if type(result) is tuple and len(result) == 3 and type(result[2]) is tuple:
            job, index, answer = result
            header, received = self.header, self.received
            ring.record(RECEIVED, 0 if answer[0] else FAILED, self.pool, job, index, 0, header, self.size, 0,
                        received - header, end - received)
        return result

    def take_task(self, task):
        """A worker has received a chunk."""
        self.unpickled = now()
        if type(task) is tuple and len(task) == 5:
            self.job, self.index, self.count = task[0], task[1], self._tasks(task)
            ring.hold(self.job, self.index, self.count, self.unpickled)
        return task

    def put_result(self, result):
        """A worker sends its answer. An answer that cannot be pickled is followed by one that says so: both are told
        as one chunk."""
        computed = now()
        if type(result) is not tuple or len(result) != 3 or type(result[2]) is not tuple:
            return self.send(result)
        if not self.broken:
            self.begun = computed
        self.pickled = 0
        self.flags = (0 if result[2][0] else FAILED) | (UNPICKLABLE if self.broken else 0)
        try:
            sent = self.send(result)
        except BaseException as error:
            if not self.pickled:
                self.broken = True
                self.failed(result[0], result[1], result[2][1], error)
            raise
        end = now()
        ring.record(*self._chunk(end - self.pickled))
        ring.let_go()
        self.ready, self.broken = end, False
        return sent

    def _chunk(self, sending):
        return (CHUNK, self.flags, self.pool, self.job, self.index, self.count, self.ready, self.size, self.answer,
                self.header - self.ready, self.received - self.header, self.unpickled - self.received,
                self.begun - self.unpickled, self.pickled - self.begun, sending)

    def _tasks(self, task):
        if task[2] is not self.star and task[2] is not self.starstar:
            return 1
        batch = task[3][0][1] if task[3] and type(task[3][0]) is tuple and len(task[3][0]) == 2 else None
        return len(batch) if type(batch) is tuple else 0


def sender(connection, *facts):
    """Connection.send, passing by a Side: (callable, Side)."""
    side = new_side(*facts)
    native = ring.native()
    if native is None:
        side.send = MethodType(copied(type(connection).send, _ForkingPickler=side), connection)
    else:
        side.send, side.connection = connection.send, connection
        side.retold = _retold(native, type(connection).send)
    return side.put_task, side


def receiver(connection, *facts):
    """Connection.recv, passing by a Side: (callable, Side)."""
    side = new_side(*facts)
    native = ring.native()
    if native is None:
        own = copied(type(connection).recv, _ForkingPickler=side)
        return map(side.take_result, map(own, repeat(view_of(connection, side)))).__next__, side
    side.send, side.connection = type(connection).recv, connection
    side.retold = _retold(native, type(connection).recv)
    return side.get_result, side


def _retold(native, function):
    """retold(which, error): a copy of Connection.send or recv in which what is called by that name raises the error."""
    def retold(which, error):
        raiser = native.raiser(error)

        def part(name):
            return raiser if name == which else lambda *args: memoryview(b"")

        stub = SimpleNamespace(_check_closed=part(""), _check_writable=part(""), _check_readable=part(""),
                               _send_bytes=part("_send_bytes"),
                               _recv_bytes=raiser if which == "_recv" else lambda: SimpleNamespace(getbuffer=part("")))
        pickler = SimpleNamespace(dumps=part("dumps"), loads=part("loads"))
        return MethodType(copied(function, _ForkingPickler=pickler), stub)

    return retold


def new_side(pool, pickler, stars, failed):
    """A Side, in C where that was built."""
    native = ring.native()
    return native.Side(pool, pickler, stars, failed) if native is not None else Side(pool, pickler, stars, failed)


def view_of(connection, side):
    """The same connection (they share all they have), whose messages pass by the Side."""
    kind = type(connection)
    own = copied(kind._recv_bytes, struct=side)
    view = type(kind.__name__, (kind,), {"_recv_bytes": own, "__del__": lambda self: None})
    view = view.__new__(view)
    view.__dict__ = connection.__dict__
    return view

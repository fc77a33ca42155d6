# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""The parent's ends of an executor's two pipes: what its feeder sends, and what its manager receives."""
import functools
import struct
from collections import deque

from . import executor_calls, executor_worker, failures, ring
from .sides import FAILED, RECEIVED, SENT, UNPICKLABLE

now = ring.now
_popleft = deque.popleft


def quietly(step, *args):
    """What goes wrong here is nothing to the program."""
    try:
        step(*args)
    except Exception:
        pass


class Sending:
    """What happens in the thread that feeds the call queue; stands where `_send_bytes` looks for struct."""

    def __init__(self, traced, module):
        self.traced, self.module = traced, module
        self.begin = self.packed = self.size = self.job = self.count = 0

    def pack(self, form, size):
        self.packed = self.packed or now()
        self.size = max(size, 0)
        return struct.pack(form, size)

    def sent(self):
        """The feeder comes for the next item: the last one is sent."""
        begin, packed, self.begin = self.begin, self.packed, 0
        if packed:
            ring.record(SENT, 0, self.traced.number, self.job, 0, self.count, begin, self.size, 0,
                        packed - begin, now() - packed)

    def took(self, item):
        self.packed = 0
        if type(item) is self.module._CallItem:
            self.job = item.__dict__["work_id"]
            self.count = executor_calls.count_of(self.module, item.__dict__)
            self.begin = now()


class Buffer(deque):
    """The call queue's buffer, from which its feeder takes one item after the other."""

    def __init__(self, sending):
        super().__init__()
        self._sending = sending

    def popleft(self):
        sending = self._sending
        if sending.begin:
            sending.sent()
        item = _popleft(self)
        try:
            sending.took(item)
        except Exception:
            pass
        return item


def with_failure(queue, method):
    """What the feeder calls where an item cannot be pickled."""
    traced, buffer = queue.__dict__.get("_poolscope"), queue._buffer
    return functools.partial(_failed, traced, buffer._sending, queue, method) if traced is not None else method


def _failed(traced, sending, queue, method, error, item):
    try:
        if type(item) is sending.module._CallItem:
            begin, sending.begin = sending.begin, 0
            job = item.__dict__["work_id"]
            ring.record(SENT, UNPICKLABLE, traced.number, job, 0, sending.count, begin, 0, 0,
                        now() - begin, 0)
            traced.calls.lost(job)
            traced.tell = getattr(traced, "tell", None) or failures.teller(
                traced.number, "argument", executor_worker.pickler_of(sending.module))
            traced.tell(job, 0, item, error)
    except Exception:
        pass
    return method(error, item)


class Receiving:
    """What happens where the manager receives; stands where the copies look for struct and `_ForkingPickler`."""

    def __init__(self, traced, module):
        self._pickler = executor_worker.forking_pickler(module)
        self.traced, self.module = traced, module
        self.header = self.received = self.size = 0

    def unpack(self, form, data):
        if len(data) == 4:
            self.header = now()
        values = struct.unpack(form, data)
        self.size = values[0]
        return values

    @property
    def loads(self):
        self.received = now()
        return self._pickler.loads

    def take(self, item):
        """What was received, on its way to the manager."""
        end = now()
        try:
            traced = self.traced
            if traced.leaving:
                traced.tell_exits()
            if type(item) is self.module._ResultItem:
                state = item.__dict__
                failed = state.get("exception") is not None
                ring.record(RECEIVED, FAILED if failed else 0, traced.number, state["work_id"], 0, 0, self.header,
                            self.size, 0, self.received - self.header, end - self.received)
                traced.calls.received(state["work_id"], failed)
                if state.get("exit_pid") is not None:
                    traced.leaves(state["exit_pid"])
            elif type(item) is int:
                traced.leaves(item)
        except Exception:
            pass
        return item

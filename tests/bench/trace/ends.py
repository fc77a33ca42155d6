# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the ends of a pool's pipes cost with the tracer in them and without; run by measure.py under the tracer.

Messages come from memory and go nowhere, without the system's calls, whose time goes up and down by more than what is
measured. Prints JSON, ns a call, each the best of some rounds.
"""
import io
import itertools
import json
import multiprocessing.pool as pool
import multiprocessing.queues as queues
import os
import struct
import time
from multiprocessing.connection import Connection

from poolscope_trace import ring, sides, workers

N, ROUNDS = 2000, 100  # short loops: in some of them nobody else wants the processor
TASK, RESULT = (1, 2, len, ((1,),), {}), (1, 2, (True, [1]))
STARS = pool.mapstar, pool.starmapstar


class Sink(Connection):
    def _send(self, buf, write=None):
        pass


class Source(Connection):
    """Gives one message again and again."""

    def __init__(self, message):
        super().__init__(os.open(os.devnull, os.O_RDONLY), writable=False)
        data = bytes(queues._ForkingPickler.dumps(message))
        self.parts = itertools.cycle((struct.pack("!i", len(data)), data)).__next__

    def _recv(self, size, read=None):
        buf = io.BytesIO()
        buf.write(self.parts())
        return buf


def a_worker(sink, tasks):
    """A worker's two ends without the tracer and with it: (get, put) of each."""
    inlet, outlet = queues.SimpleQueue(ctx=pool.get_context()), queues.SimpleQueue(ctx=pool.get_context())
    inlet._reader, outlet._writer = tasks, sink
    facts = {"pool": 1, "parent": os.getpid(), "worker": 0, "module": "multiprocessing.pool"}
    traced = workers.Inlet(inlet, facts).get, workers.Outlet(outlet, facts).put
    return (inlet.get, outlet.put), traced


def loop(*calls):
    """ns of one turn, which calls one of them, two in turn, or none."""
    (first, one), (second, other) = (*calls, *[(None, ())] * 2)[:2]
    begin = time.perf_counter_ns()
    if second:
        for _ in itertools.repeat(None, N):
            first(*one)
            second(*other)
    elif first:
        for _ in itertools.repeat(None, N):
            first(*one)
    else:
        for _ in itertools.repeat(None, N):
            pass
    return (time.perf_counter_ns() - begin) / N


def main():
    ring.line("begin")
    sink = Sink(os.open(os.devnull, os.O_WRONLY), readable=False)
    results, tasks = Source(RESULT), Source(TASK)
    facts = 1, queues._ForkingPickler, STARS, print
    put, _ = sides.sender(sink, *facts)
    get, _ = sides.receiver(results, *facts)
    plain, traced = a_worker(sink, tasks)
    best = {}
    for _ in range(ROUNDS):
        for name, *calls in (("loop",), ("send", (sink.send, (TASK,))), ("sent", (put, (TASK,))),
                             ("recv", (results.recv, ())), ("received", (get, ())),
                             ("both", (plain[0], ()), (plain[1], (RESULT,))),
                             ("taken", (traced[0], ()), (traced[1], (RESULT,))),
                             ("record", (ring.record, (1,) * 15))):
            best[name] = min(best.get(name, 1e9), loop(*calls))
    print(json.dumps(best))


main()

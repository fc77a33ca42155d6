# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file whose functions the tests of a Python worker run, and what they all need to run one."""
import os
import time
import unittest

import worker_parent as parent
from worker_parent import Worker, user_file

JOB = user_file("""
import gc, os, sys, weakref, poolscope_worker

def double(x): return x * 2
def who(x): return poolscope_worker.current_worker()
def pid(x): return os.getpid()
def stop(x): sys.exit(x)
def close(x): raise GeneratorExit
def interrupt(x): raise KeyboardInterrupt("by hand")
def fails(x):
    if x % 2: raise ValueError("odd: %d" % x)
    return x
def two_causes(x):
    try: fails(1)
    except ValueError as error: raise KeyError("outer") from error
class Mute(Exception):
    def __str__(self): raise RuntimeError("no text")
    __repr__ = __str__
def mute(x): raise Mute()
def empty(x): raise ValueError
def long(x): raise ValueError("x" * (3 << 20))
def deep(x): return deep(x)
def library(x): import json; return json.loads(x)
def local(x): return (lambda: x) if x == 1 else x
class Holder:
    def __init__(self, it): self.it = it
def held(x): return {"a": [Holder(local(1))]}
class Kept:
    alive = weakref.WeakSet()
    def __init__(self, n=0): self.n = n; Kept.alive.add(self)
    def __setstate__(self, state): self.__dict__ = state; Kept.alive.add(self)
def keep(x): return Kept(x.n)
def keep_and_fail(x):
    made = Kept()
    try: fails(1)
    except ValueError: raise LookupError(made.n)
def alive(x): return len(Kept.alive)
class Bad:
    def __setstate__(self, state): raise LookupError("not here")
def die(x):
    if x == 2: os.kill(os.getpid(), 9)
def fork(x):
    if x != 1: return os.getpid()
    print("before", end="")
    child = os.fork()
    if child == 0:
        print(" child", end="")
        return "child"
    return os.waitpid(child, 0)[1]
def inherits(x): return os.get_inheritable(x)
def wait(x):
    if isinstance(x, str):
        open(x + ".began", "w").close()
        while not os.path.exists(x): pass
    return x
def same(x): return x
def loud(x): print("said", x); return x
def big(x): return b"x" * x
def parent(x): return os.environ.get("POOLSCOPE_PARENT")
def ignores(x):
    import signal
    return (signal.getsignal(signal.SIGINT) == signal.SIG_IGN, signal.getsignal(signal.SIGPIPE) == signal.SIG_IGN,
            signal.pthread_sigmask(signal.SIG_BLOCK, []) == set())
def spin(x):
    import time
    end = time.thread_time() + x
    while time.thread_time() < end: pass
""")


def job_object(name, **state):
    """An object of a class of JOB, as it travels."""
    cls = parent.named(name)

    class Made:
        def __reduce__(self):
            import copyreg
            return copyreg._reconstructor, (cls, object, None), state or None
    return Made()


def wait_for(path):
    while not os.path.exists(path):
        time.sleep(0.001)


class WorkerTest(unittest.TestCase):
    def worker(self, transport="pipe", native=False, **options):
        worker = Worker(options.pop("path", JOB), transport, native, **options)
        self.addCleanup(worker.__exit__)
        return worker

    def failures(self, answer):
        """Of each task: None, or its (kind, text, path, where)."""
        self.assertIs(answer[2][0], False)
        return [None if well else what for well, what in answer[2][1].outcomes]

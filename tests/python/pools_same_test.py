#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs with pools print, raise and return under the tracer what they do without it, to the letter."""
import itertools
import os
import re
import unittest

import traced

HEAD = """
import multiprocessing as mp, multiprocessing.pool, os, pickle, signal, sys, time, traceback, threading
def f(x): return x * x
def fails(x): raise ValueError(x)
def dies(x): os._exit(7)
def local(x): return lambda: x
class NoLoad:
    def __reduce__(self): return fails, (5,)
class NoDump:
    def __init__(self): self.lock = threading.Lock()
class OddError(Exception):
    def __init__(self, a, b): super().__init__(a)
def odd(x): raise OddError(1, 2)
def bad_start(started): started.value += 1; raise RuntimeError("initializer")
def greet(name): print("hello", name, flush=True)
def stops(x): raise StopIteration(x)
def sleeping(pid):
    while open("/proc/%d/stat" % pid).read().rpartition(")")[2].split()[0] != "S": time.sleep(0.01)
def steady(pid):
    for _ in range(20): sleeping(pid); time.sleep(0.01)
def tries(call):
    try: print(call())
    except BaseException: traceback.print_exc()
def main(mp):
"""

TAIL = """
if __name__ == "__main__":
    main(mp.get_context(sys.argv[1]))
"""

PROGRAMS = {
    "every call": """
    with mp.Pool(2) as p:
        print(p.map(f, range(10)), p.map(f, range(9), chunksize=1), p.map(f, [], 3), p.map(func=f, iterable=iter("")))
        print(p.starmap(pow, [(2, 3), (3, 4)]), p.starmap_async(pow, [(2, 3)]).get(), p.map_async(f, (1,)).get())
        print(list(p.imap(f, range(7))), list(p.imap(f, range(7), 3)), sorted(p.imap_unordered(f, range(7), 2)))
        print(p.apply(f, (4,)), p.apply(dict, (), {"a": 1}))
        print([r.get() for r in [p.apply_async(f, (i,)) for i in range(50)]])
    p.join(); print(p)
""",
    "a task that raises": """
    with mp.Pool(2) as p:
        for call in (p.map, p.starmap, lambda *a: list(p.imap(*a)), lambda *a: list(p.imap_unordered(*a)), p.apply):
            tries(lambda: call(fails, [(1,)] if call != p.apply else (1,)))
        tries(lambda: p.apply(odd, ()) if 0 else p.map(stops, [1]))
""",
    "what cannot be pickled": """
    with mp.Pool(2) as p:
        tries(lambda: p.map(lambda x: x, [1]))
        tries(lambda: p.apply(f, (NoDump(),)))
        tries(lambda: p.apply_async(f, (1,), {"x": NoDump()}).get())
        tries(lambda: list(p.imap(f, [NoDump()])))
        tries(lambda: p.map(NoDump().__init__, [1]))
        tries(lambda: p.map(p.map, [1]))
        tries(lambda: p.map(f, [1, 2]))
        said = lambda e: traceback.print_exception(type(e), e, e.__traceback__)
        p.apply_async(NoDump().lock, error_callback=said).wait()
""",
    "a result that cannot be pickled": """
    with mp.Pool(1) as p:
        tries(lambda: p.map(local, [1, 2], 1)); tries(lambda: p.apply(local, (3,))); print(p.map(f, [1, 2]))
""",
    "iterables that raise": """
    def broken():
        yield 1
        raise KeyError("broken")
    with mp.Pool(2) as p:
        tries(lambda: p.map(f, broken())); tries(lambda: list(p.imap(f, broken()))); tries(lambda: p.map(f, 3))
        tries(lambda: list(p.imap(f, broken(), 2))); tries(lambda: p.imap(f, [1], 0)); tries(lambda: p.map(f, [1], -1))
""",
    "wrong calls": """
    tries(lambda: mp.Pool(0)); tries(lambda: mp.Pool(1, initializer=3)); tries(lambda: mp.Pool(1, maxtasksperchild=-1))
    p = mp.Pool(1)
    tries(lambda: p.map()); tries(lambda: p.apply_async()); tries(p.join); tries(lambda: pickle.dumps(p))
    p.close(); tries(lambda: p.map(f, [1])); p.join(); p.terminate(); tries(lambda: p.apply(f, (1,)))
    tries(lambda: p.apply_async(f).get())
""",
    "callbacks": """
    said = []
    with mp.Pool(1) as p:
        p.map_async(f, range(3), callback=said.append).wait(); p.apply_async(f, (3,), callback=said.append).wait()
        p.apply_async(fails, (3,), error_callback=lambda e: said.append(repr(e))).wait()
        p.map_async(local, (3,), error_callback=lambda e: said.append(type(e))).wait()
        p.close(); p.join()
    print(said)
""",
    "workers that live short": """
    with mp.Pool(1, maxtasksperchild=2, initializer=greet, initargs=("you",)) as p:
        print(len(set(p.map(pid, range(5), 1))))
        p.close(); p.join()
""",
    "a worker that cannot load its task": """
    p = mp.Pool(1)
    p.apply_async(f, (NoLoad(),)); print(p.apply(f, (2,))); p.terminate(); p.join()
""",
    "a result that cannot be loaded": """
    p = mp.Pool(1)
    threading.excepthook = lambda args: (traceback.print_exception(*args[:3]), os._exit(3))
    p.apply_async(NoLoad); p.close(); p.join()
""",
    "a worker that is interrupted while it waits": """
    p = mp.Pool(1)
    print(p.apply(f, (2,))); worker = p._pool[0]; steady(worker.pid); os.kill(worker.pid, signal.SIGINT)
    while worker.exitcode is None: time.sleep(0.01)
    print(worker.exitcode); print(p.apply(f, (3,))); p.close(); p.join()
""",
    "a worker that dies": """
    p = mp.Pool(1)
    p.apply_async(dies, (1,)); print(p.apply(f, (2,))); p.terminate(); p.join()
""",
    "a bad initializer": """
    started = mp.Value("i")
    p = mp.Pool(1, initializer=bad_start, initargs=(started,))
    while started.value < 2: time.sleep(0.01)
    p.terminate(); p.join(); print("over")
""",
    "a pool in threads": """
    with multiprocessing.pool.ThreadPool(2) as p:
        print(p.map(f, range(10)), list(p.imap(f, range(3)))); print(p.map(local, [1]))
""",
    "a pool that nobody closes": """
    p = mp.Pool(2); print(p.map(f, range(4)))
""",
    "a class of one's own": """
    class Mine(multiprocessing.pool.Pool):
        @staticmethod
        def Process(context, *args, **kwds):
            return multiprocessing.pool.Pool.Process(context, *args, **kwds)
        def _setup_queues(self):
            super()._setup_queues(); print("mine")
    class Other(multiprocessing.pool.Pool):
        @staticmethod
        def Process(context, *args, **kwds):
            return context.Process(*args, **kwds)
    for kind in (Mine, Other):
        with kind(2, context=mp) as p: print(p.map(f, range(3))); tries(lambda: p.map(fails, [1]))
""",
}
HEAD = HEAD.replace("def main(mp):", "def pid(x): return os.getpid()\ndef main(mp):").lstrip()
NOISY = {"a bad initializer"}  # the pool starts workers anew until it is ended: how many, is a matter of time


def first_block(text):
    """What the first worker that died says: up to its error."""
    return re.sub(r"(RuntimeError: initializer\n).*", r"\1", text, flags=re.DOTALL)


class Same(unittest.TestCase):
    def compare(self, name, method):
        path = os.path.join(traced.SCRATCH, "program.py")
        with open(path, "w") as file:
            file.write(HEAD + PROGRAMS[name] + TAIL)
        plain = traced.run([path, method])
        for native in (True, False):
            with self.subTest(name, native=native):
                run = traced.run([path, method], native)
                self.assertEqual((run.code, run.out), (plain.code, plain.out))
                if name in NOISY:
                    self.assertEqual(first_block(run.err), first_block(plain.err))
                else:
                    self.assertEqual(run.err, plain.err)
                untold = [one for one in run.lines if one["what"] == "not_traced"]
                self.assertEqual(len(untold), name == "a class of one's own", untold)


def _add(name, method):
    def test(self):
        self.compare(name, method)

    setattr(Same, "test_%s_by_%s" % (name.replace(" ", "_").replace("'", ""), method), test)


for _name, _method in itertools.product(PROGRAMS, ("fork", "spawn", "forkserver")):
    _add(_name, _method)

if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The writer of the trace: what it writes, byte by byte, and that nothing it meets can hurt the program."""
import os
import stat
import struct
import tempfile
import unittest

import traced


def program(text):
    file = tempfile.NamedTemporaryFile("w", suffix=".py", dir=traced.SCRATCH, delete=False)
    with file:
        file.write("from poolscope_trace import ring\n" + text)
    return file.name


def each_kind(test):
    """Runs a test for the C helper and for Python alone."""
    def both(self):
        for native in (True, False):
            with self.subTest(native=native):
                test(self, native)

    return both


class Ring(unittest.TestCase):
    @each_kind
    def test_record_has_every_field_in_its_place(self, native):
        run = traced.run([program("ring.record(2, 3, 4, 5, 6, 7, 8, 9, 10, 1.5, 2, 3, 4, 5, 6)")], native)
        self.assertEqual((run.code, run.err), (0, ""))
        self.assertEqual([one[1:] for one in run.records], [(2, 3, 4, 5, 6, 7, 8, 9, 10, (1.5, 2, 3, 4, 5, 6))])

    @each_kind
    def test_record_of_two_durations_has_zeros_for_the_others(self, native):
        text = "ring.record(2, *[9] * 14)\nfor n in range(1 << 17): ring.record(1, 3, 4, 5, 6, 7, 8, 9, 10, 1.5, 2)"
        run = traced.run([program(text)], native)
        self.assertEqual({one[1:] for one in run.records}, {(1, 3, 4, 5, 6, 7, 8, 9, 10, (1.5, 2, 0, 0, 0, 0))})

    @each_kind
    def test_header_says_who_writes(self, native):
        folder = tempfile.mkdtemp(dir=traced.SCRATCH)
        text = "import os, sys; ring.record(1, *[0] * 14); print(os.getpid(), os.getppid(), sys.hexversion)"
        run = traced.run([program(text)], native, POOLSCOPE_TRACE_DIR=folder)
        name, = [one for one in os.listdir(folder) if one.endswith(".ring")]
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        self.assertEqual(len(data), 4096 + 64 * (1 << 17))
        magic, version, size, capacity, pid, parent, begin, python = struct.unpack_from("<8sIIQIIQI", data)
        self.assertEqual((magic, version, size, capacity), (b"PSTRACE1", 1, 64, 1 << 17))
        self.assertEqual("%d %d %d\n" % (pid, parent, python), run.out)
        self.assertEqual(name, "%d.%d.ring" % (pid, begin))
        self.assertEqual(struct.unpack_from("<Q", data, 64), (1,))
        for one in os.listdir(folder):
            self.assertEqual(stat.S_IMODE(os.stat(os.path.join(folder, one)).st_mode), 0o600)

    @each_kind
    def test_ring_starts_over_when_it_is_full(self, native):
        run = traced.run([program("for n in range((1 << 17) + 5): ring.record(1, 0, 0, n, *[0] * 11)")], native)
        self.assertEqual([one.job for one in run.records], list(range(5, (1 << 17) + 5)))

    @each_kind
    def test_threads_lose_nothing_and_tear_nothing(self, native):
        run = traced.run([program("""
import sys, threading
sys.setswitchinterval(1e-6)
start = threading.Barrier(4)
def write(me):
    start.wait()
    for n in range(10000):
        ring.record(1, 0, me, n, n, n, n, n, n, n, n, n, n, n, n)
threads = [threading.Thread(target=write, args=(me,)) for me in range(4)]
for one in threads: one.start()
for one in threads: one.join()
""")], native)
        self.assertEqual(len(run.records), 40000)
        for me in range(4):
            mine = [one for one in run.records if one.pool == me]
            self.assertEqual([one.job for one in mine], list(range(10000)))
        self.assertTrue(all({one.index, one.count, one.begin, one.bytes, one.answer, *one.durations} == {one.job}
                            for one in run.records))

    @each_kind
    def test_forked_process_writes_its_own_pair(self, native):
        run = traced.run([program("""
import os
ring.line("first"); ring.record(1, 0, 1, *[0] * 12)
if os.fork() == 0:
    ring.record(1, 0, 2, *[0] * 12); ring.line("second"); os._exit(0)
os.wait(); ring.record(1, 0, 3, *[0] * 12)
""")], native)
        self.assertEqual(sorted(one.pool for one in run.records), [1, 2, 3])
        by_pool = {one.pool: one.pid for one in run.records}
        self.assertEqual(by_pool[1], by_pool[3])
        self.assertNotEqual(by_pool[1], by_pool[2])
        self.assertEqual([(one["what"], one["writer"]) for one in run.lines if one["what"] == "second"],
                         [("second", by_pool[2])])

    @each_kind
    def test_fork_that_writes_nothing_leaves_no_files(self, native):
        folder = tempfile.mkdtemp(dir=traced.SCRATCH)
        text = "import os\nring.line('x')\nif os.fork() == 0: os._exit(0)\nos.wait()"
        traced.run([program(text)], native, POOLSCOPE_TRACE_DIR=folder)
        self.assertEqual(len(os.listdir(folder)), 2)

    @each_kind
    def test_nonsense_is_swallowed(self, native):
        run = traced.run([program("""
ring.record(); ring.record(1); ring.record(*["x"] * 15); ring.record(*[None] * 15); ring.record(*[1 << 80] * 15)
ring.record(*[-1] * 15); ring.line(3); ring.line("odd", x=object(), y=float("nan"), z={1: {2}})
ring.record(1, 0, 9, *[0] * 12); print("on")
""")], native)
        self.assertEqual((run.code, run.out, run.err), (0, "on\n", ""))
        self.assertEqual(run.records[-1].pool, 9)

    @each_kind
    def test_lines_are_json_and_short(self, native):
        run = traced.run([program(r"""
ring.line("long", text="ä\n\"\\" * 100000, more=["x" * 5000] * 5000, number=1 << 70, real=1.5, no=None, yes=True,
          lone="\ud800")
""")], native)
        line, = [one for one in run.lines if one["what"] == "long"]
        self.assertEqual((line["number"], line["real"], line["no"], line["yes"], line["lone"]),
                         (1 << 70, 1.5, None, True, "\ud800"))
        self.assertTrue(line["text"].startswith('ä\n"\\ä'))
        self.assertLess(len(str(line)), 64 * 1024)

    @each_kind
    def test_without_a_folder_nothing_is_written_and_nothing_said(self, native):
        for folder in ("", "relative", "/nonexistent/folder", "/proc"):
            run = traced.run([program("ring.record(1, *[0] * 14); ring.line('x'); print('on')")], native,
                             POOLSCOPE_TRACE_DIR=folder, PYTHONPATH=traced.package(native))
            self.assertEqual((run.code, run.out, run.err), (0, "on\n", ""))


class Start(unittest.TestCase):
    @each_kind
    def test_program_without_pools_loads_and_writes_nothing_more(self, native):
        folder = tempfile.mkdtemp(dir=traced.SCRATCH)
        ask = "import sys; print(sorted(sys.modules)); print(sys.path)"
        with_it = traced.run(["-c", ask], native, POOLSCOPE_TRACE_DIR=folder)
        without = traced.run(["-c", ask])
        more = set(eval(with_it.out.splitlines()[0])) - set(eval(without.out.splitlines()[0]))
        self.assertLessEqual({one.partition(".")[0] for one in more},
                             {"poolscope_trace", "sitecustomize", "itertools", "_struct", "_json"})
        self.assertEqual(with_it.out.splitlines()[1], without.out.splitlines()[1])
        self.assertEqual(os.listdir(folder), [])

    @each_kind
    def test_hidden_sitecustomize_runs(self, native):
        folder = tempfile.mkdtemp(dir=traced.SCRATCH)
        with open(os.path.join(folder, "sitecustomize.py"), "w") as file:
            file.write("print('hidden', __name__)\n")
        path = os.path.join(traced.package(native), "poolscope_trace", "site") + os.pathsep + folder
        ask = "import sitecustomize, sys; print(sitecustomize.__file__, 'poolscope_trace' in sys.modules)"
        run = traced.run(["-c", ask], native, PYTHONPATH=path)
        self.assertEqual(run.out, "hidden sitecustomize\n%s/sitecustomize.py True\n" % folder)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Python worker on its channel: each chunk is answered, and its page is right, whatever its tasks do."""
import os
import pickle
import signal
import struct
import sys
import threading
import time
import unittest

import worker_parent as parent
from worker_jobs import WorkerTest, job_object, wait_for
from worker_parent import each_way, user_file

class Serve(WorkerTest):
    @each_way
    def test_values_come_back_in_order(self, transport, native):
        worker = self.worker(transport, native)
        self.assertEqual(worker.ask("double", range(5)), (7, 3, (True, [0, 2, 4, 6, 8])))
        self.assertEqual(worker.ask("double", [], job=1 << 40, index=70000), (1 << 40, 70000, (True, [])))
        odd = [2.5, "ä", b"b", None and 0, (1,), [1, [2]], 1 << 70, -1, -129, 255, 256, 65536, -(1 << 31), 1 << 31, True]
        for items in ([one] for one in odd if one is not None):
            self.assertEqual(worker.ask("double", items), (7, 3, (True, [items[0] * 2])), items)
        self.assertEqual(worker.ask("double", odd[:3] + odd[4:])[2][1], [one * 2 for one in odd if one is not None])
        self.assertEqual(worker.end(), 0)

    @each_way
    def test_each_protocol_both_ways(self, transport, native):
        for protocol in (2, 3, 4, 5):
            worker = self.worker(transport, native, protocol=protocol)
            for sent in (2, 3, 4, 5):
                payload = parent.message("double", [1, 70000, "x", 1.5, (1, 2)], protocol=max(sent, 4))
                worker.send(parent.TASK, 1, payload if sent > 3 else pickle.dumps(pickle_by_name(payload), sent))
                frame = worker.receive()
                self.assertEqual(frame.payload[:2], bytes([0x80, protocol]))
                self.assertEqual(pickle.loads(frame.payload), (7, 3, (True, [2, 140000, "xx", 3.0, (1, 2, 1, 2)])))

    @each_way
    def test_bytes_of_an_answer_are_those_of_pickle(self, transport, native):
        for protocol in (4, 5):
            worker = self.worker(transport, native, protocol=protocol)
            for items in ([], [0], [1.5, None, True, False], list(range(-70000, 70000, 97)), [1 << 31, -(1 << 31), -1, 255],
                          [-(1 << 31) - 1, (1 << 63) - 1, -(1 << 63), 1 << 63, -128 << 32, 1 << 62], ["a", "a", "b"],
                          list(range(10000)), ["x" * 70000], [(1, 2), (1, 2)]):
                worker.send(parent.TASK, 1, parent.message("same", items, protocol=protocol))
                self.assertEqual(pickle.loads(worker.receive().payload), (7, 3, (True, items)))
            values = [1, 2, 300, -5, 2.5, None, True]
            worker.send(parent.TASK, 1, parent.message("same", values, protocol=protocol))
            self.assertEqual(worker.receive().payload, pickle.dumps((7, 3, (True, values)), protocol))

    @each_way
    def test_several_messages_in_one_piece_and_one_in_many(self, transport, native):
        worker = self.worker(transport, native)
        frames = [(serial, parent.message("double", [serial], index=serial)) for serial in range(1, 400)]
        data = b"".join(struct.pack("<IIIIQII", 0x50534331, parent.TASK, 0, serial, len(payload), 0, 0) + payload
                        for serial, payload in frames)
        worker.send_bytes(data)
        for serial, _ in frames:
            self.assertEqual(worker.answer(serial), (7, serial, (True, [2 * serial])))
        worker.page[parent.CLAIMS] = 0
        for at in range(0, 300, 7):
            worker.send_bytes(data[at:at + 7])
        worker.send_bytes(data[301:])
        self.assertEqual(worker.answer(1), (7, 1, (True, [2])))

    @each_way
    def test_large_messages_both_ways(self, transport, native):
        worker = self.worker(transport, native)
        data = os.urandom(3 << 20)
        sender = threading.Thread(target=worker.send, args=(parent.TASK, 1, parent.message("same", [data, [data]])))
        sender.start()
        self.assertEqual(worker.answer(1)[2], (True, [data, [data]]))
        sender.join()
        self.assertEqual(worker.ask("double", [1])[2], (True, [2]))

    @each_way
    def test_moments_of_an_answer_are_in_order(self, transport, native):
        worker = self.worker(transport, native)
        ready, = struct.unpack("<q", worker.ready[0].record)
        for items in ([1], [2, 3]):
            before = time.monotonic_ns()
            worker.send(parent.TASK, 1, parent.message("double", items))
            moments = struct.unpack("<6q", worker.receive().record)
            self.assertEqual(list(moments), sorted(moments))
            self.assertLessEqual(ready, moments[0])
            self.assertLessEqual(before, moments[2])
            self.assertLessEqual(moments[-1], time.monotonic_ns())
            ready = moments[-1]

    @each_way
    def test_page_names_the_task_that_killed_its_worker(self, transport, native):
        worker = self.worker(transport, native)
        self.assertEqual(list(worker.page)[:4] + list(worker.page)[7:8], [parent.IDLE, parent.IDLE, 0, 0, 0])
        worker.page[parent.CLAIMS] = 4 | 4 << 32
        worker.ask("double", [1, 2], serial=5)
        worker.send(parent.TASK, 6, parent.message("die", [0, 1, 2, 3]))
        self.assertIsNone(worker.receive())
        self.assertEqual(worker.wait(), -signal.SIGKILL)
        page = list(worker.page)
        self.assertEqual(page[:3], [6, 2, 2])
        self.assertGreater(page[parent.COMPUTE_BEGAN], 0)
        self.assertEqual(page[parent.CLAIMS], (6 | 5 << 32) if native else 4 | 4 << 32)

    @each_way
    def test_page_is_idle_between_chunks_and_tells_of_memory(self, transport, native):
        worker = self.worker(transport, native)
        worker.ask("double", [1, 2, 3], serial=5)
        worker.end()
        page = list(worker.page)
        self.assertEqual(page[:4], [parent.IDLE, parent.IDLE, 3, 0])
        self.assertTrue(4 << 20 < page[parent.RSS] <= page[parent.MAX_RSS] < 1 << 30, page)
        self.assertGreater(page[parent.CPU_WAIT], 0)

    @each_way
    def test_abandoned_chunk_stops_at_its_next_task(self, transport, native):
        worker = self.worker(transport, native)
        gate = user_file("", "gate")
        os.unlink(gate)
        worker.send(parent.TASK, 9, parent.message("wait", [1, gate, 3]))
        wait_for(gate + ".began")
        self.assertEqual(list(worker.page)[:3], [9, 1, 1])
        worker.page[parent.ABANDONED] = 9
        open(gate, "w").close()
        self.assertEqual(self.failures(worker.answer(9)),
                         [("Cancelled", "The call was cancelled before this task ran.", "", "")] * 3)
        self.assertEqual(worker.ask("double", [1], serial=10)[2], (True, [2]))

    def test_chunk_that_was_taken_back_is_passed_over(self):
        for transport, native in parent.WAYS[1:]:
            worker = self.worker(transport, native)
            worker.page[parent.CLAIMS] = 2 << 32
            for serial in (1, 2, 3):
                worker.send(parent.TASK, serial, parent.message("double", [serial]))
            self.assertEqual(worker.answer(3)[2], (True, [6]))
            self.assertEqual(worker.page[parent.CLAIMS], 3 | 2 << 32)

    @each_way
    def test_worker_dies_with_its_channel(self, transport, native):
        worker = self.worker(transport, native)
        worker.ours.close()
        self.assertEqual(worker.wait(), 0)
        self.assertEqual(worker.output(), "")

    @each_way
    def test_what_is_no_frame_ends_the_worker_with_a_sentence(self, transport, native):
        task = 0x50534331, parent.TASK
        for head, said in (((1, 2, 0, 1, 0, 0, 0), "magic"), ((task[0], 9, 0, 1, 0, 0, 0), "kind is 9"),
                           ((*task, 0, 1, 1 << 60, 0, 0), "allowed"), ((*task, 1 << 31, 1, (1 << 33) - 1, 0, 0), "allowed"),
                           ((*task, 0, 1, 0, 1, 1), "buffers")):
            worker = self.worker(transport, native)
            worker.send_bytes(struct.pack("<IIIIQII", *head))
            self.assertIsNone(worker.receive())
            self.assertEqual(worker.wait(), 0)
            self.assertIn(said, worker.output())

    @each_way
    def test_channel_that_ends_in_a_frame_is_told_of(self, transport, native):
        worker = self.worker(transport, native)
        worker.send_bytes(struct.pack("<IIIIQII", 0x50534331, parent.TASK, 0, 1, 1 << 32, 0, 0) + b"x")
        self.assertEqual(worker.end(), 0)
        self.assertIn("in the middle of a frame", worker.output())

    @each_way
    def test_signals_and_environment_are_a_workers(self, transport, native):
        worker = self.worker(transport, native)
        self.assertEqual(worker.ask("ignores", [0])[2], (True, [(True, True, True)]))
        self.assertEqual(worker.ask("parent", [0])[2], (True, [None]))
        self.assertEqual(worker.ask("inherits", [3, 4])[2], (True, [False, False]))

    @each_way
    def test_worker_whose_parent_is_gone_does_not_begin(self, transport, native):
        worker = self.worker(transport, native, ready=False, POOLSCOPE_PARENT="1")
        self.assertIsNone(worker.receive())
        self.assertEqual(worker.wait(), 1)

    def test_ring_is_refused_without_the_helper(self):
        worker = self.worker("ring", False, ready=False)
        self.assertEqual(worker.wait(), 2)
        self.assertIn("helper in C", worker.output())

    @each_way
    def test_prints_reach_stderr_while_tasks_run(self, transport, native):
        worker = self.worker(transport, native)
        worker.ask("loud", [1])
        self.assertEqual(worker.output(), "said 1\n")

    @each_way
    def test_forked_task_answers_once(self, transport, native):
        worker = self.worker(transport, native)
        self.assertEqual(worker.ask("fork", [0, 1, 2])[2], (True, [worker.pid, 0, worker.pid]))
        self.assertEqual(worker.ask("double", [1])[2], (True, [2]))
        self.assertEqual(worker.end(), 0)
        self.assertEqual(worker.output(), "before child")

    @each_way
    def test_nothing_of_a_chunk_stays_alive(self, transport, native):
        worker = self.worker(transport, native)
        for name in ("keep", "keep_and_fail"):
            worker.send(parent.TASK, 1, parent.message(name, [job_object("Kept", n=1), job_object("Kept", n=2)]))
            worker.receive()
            self.assertEqual(worker.ask("alive", [0])[2], (True, [0]), name)

    @each_way
    def test_start_imports_little(self, transport, native):
        path = user_file("import sys\ndef has(x): return x in sys.modules")
        worker = self.worker(transport, native, path=path, entry="poolscope_worker/__main__.py")
        heavy = ["multiprocessing", "ctypes", "socket", "threading", "typing", "inspect", "traceback", "signal"]
        self.assertEqual(worker.ask("has", heavy)[2], (True, [False] * len(heavy)))

    @each_way
    def test_probe_measures_blocks(self, transport, native):
        worker = self.worker(transport, native)
        worker.send(parent.PROBE, 4, parent.message("fails", range(10)), struct.pack("<qQ", 3000000, 4))
        frame = worker.receive()
        self.assertEqual((frame.kind, frame.serial, frame.record), (parent.RESULT, 4, b""))
        blocks = list(struct.iter_unpack("<QQq", frame.payload))
        self.assertEqual([block for block, _, _ in blocks], [n % 4 for n in range(len(blocks))])
        self.assertTrue(all((calls, took > 0) == (3 if block < 2 else 2, True) for block, calls, took in blocks))
        worker.send(parent.PROBE, 5, b"nonsense", struct.pack("<qQ", 3000000, 4))
        self.assertEqual(worker.receive().payload, b"")


def pickle_by_name(payload):
    """The message, to be written again by a lower protocol: its function is named by a global of the same name."""
    class Loader(pickle.Unpickler):
        def find_class(self, module, name):
            return GLOBALS[name]
    import io
    return Loader(io.BytesIO(payload)).load()


def double(x):
    """Stands for the function of that name in JOB."""


double.__module__ = "__main__"
GLOBALS = {"double": double, "mapstar": parent.multiprocessing.pool.mapstar}
sys.modules["__main__"].double = double


if __name__ == "__main__":
    unittest.main()

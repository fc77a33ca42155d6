#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong in a Python worker's task is that task's failure, and the worker stays."""
import pickle
import unittest

import worker_parent as parent
from worker_jobs import WorkerTest, job_object
from worker_parent import each_way, user_file


class Failures(WorkerTest):
    @each_way
    def test_a_failure_has_kind_text_and_place_and_its_neighbours_keep_their_values(self, transport, native):
        worker = self.worker(transport, native)
        answer = worker.ask("fails", [0, 1, 2, 3])
        self.assertEqual(answer[:2], (7, 3))
        self.assertEqual([one for one in answer[2][1].outcomes if one[0]], [(True, 0), (True, 2)])
        kind, text, path, where = self.failures(answer)[1]
        self.assertEqual((kind, text, path), ("ValueError", "odd: 1", ""))
        place, head, frame, line, *_ = where.split("\n")
        self.assertRegex(place, r"^job\.py:\d+ in fails$")
        self.assertEqual(head, "Traceback (most recent call last):")
        self.assertRegex(frame, r'^  File ".*/job\.py", line \d+, in fails$')
        self.assertEqual(line.strip(), 'if x % 2: raise ValueError("odd: %d" % x)')
        self.assertTrue(where.endswith("ValueError: odd: 1"))
        self.assertNotIn("poolscope_worker", where.replace(parent.SCRATCH, ""))

    @each_way
    def test_outcomes_travel_as_one_global_and_one_list(self, transport, native):
        worker = self.worker(transport, native, protocol=4)
        worker.send(parent.TASK, 1, parent.message("fails", [1]))
        payload = worker.receive().payload
        self.assertIn(b"\x8c\x09poolscope\x94\x8c\x0dChunkOutcomes\x94\x93\x94]\x94", payload)
        self.assertTrue(payload.endswith(b"a\x85\x94R\x94\x86\x94\x87\x94."), payload[-20:])

    @each_way
    def test_exceptions_that_end_programs_are_failures(self, transport, native):
        worker = self.worker(transport, native)
        self.assertEqual([one[:2] for one in self.failures(worker.ask("stop", [3, None]))],
                         [("SystemExit", "3"), ("SystemExit", "SystemExit()")])
        self.assertEqual(self.failures(worker.ask("close", [0]))[0][:2], ("GeneratorExit", "GeneratorExit()"))
        self.assertEqual(self.failures(worker.ask("interrupt", [0]))[0][:2], ("KeyboardInterrupt", "by hand"))
        self.assertEqual(worker.ask("double", [1])[2], (True, [2]))

    @each_way
    def test_causes_are_told(self, transport, native):
        where = self.failures(self.worker(transport, native).ask("two_causes", [0]))[0][3]
        self.assertRegex(where.split("\n")[0], r"^job\.py:\d+ in two_causes$")
        self.assertIn("ValueError: odd: 1\n\nThe above exception was the direct cause of the following", where)
        self.assertTrue(where.endswith("KeyError: 'outer'"))

    @each_way
    def test_texts_that_cannot_be_made_do_no_harm(self, transport, native):
        worker = self.worker(transport, native)
        kind, text, _, where = self.failures(worker.ask("mute", [0]))[0]
        self.assertEqual((kind, text), ("Mute", "Mute, whose text cannot be made"))
        self.assertRegex(where, r"^job\.py:\d+ in mute\n")
        self.assertEqual(self.failures(worker.ask("empty", [0]))[0][:2], ("ValueError", "ValueError()"))

    @each_way
    def test_long_texts_are_cut(self, transport, native):
        worker = self.worker(transport, native)
        _, text, _, where = self.failures(worker.ask("long", [0]))[0]
        self.assertTrue((1 << 20) - 100 < len(text.encode()) <= 1 << 20)
        self.assertTrue(30000 < len(where.encode()) <= 64 * 1024)
        self.assertEqual(self.failures(worker.ask("deep", [0]))[0][0], "RecursionError")

    @each_way
    def test_the_place_is_in_the_programs_own_file(self, transport, native):
        failures = self.failures(self.worker(transport, native).ask("library", ["{"]))
        self.assertEqual(failures[0][0], "JSONDecodeError")
        self.assertRegex(failures[0][3], r"^job\.py:\d+ in library\n")
        self.assertIn("json/decoder.py", failures[0][3])

    @each_way
    def test_a_builtin_that_raises_has_no_place(self, transport, native):
        worker = self.worker(transport, native)
        self.assertEqual(self.failures(worker.ask("builtins:chr", [65, -1])),
                         [None, ("ValueError", "chr() arg not in range(0x110000)", "", "")])

    @each_way
    def test_a_result_that_cannot_be_pickled_names_the_culprit(self, transport, native):
        worker = self.worker(transport, native)
        answer = worker.ask("local", [0, 1, 2])
        self.assertEqual(self.failures(answer)[::2], [None, None])
        self.assertEqual([one[1] for one in answer[2][1].outcomes][::2], [0, 2])
        kind, text, path, where = self.failures(answer)[1]
        self.assertEqual((kind, path, where), ("PicklingError", "result<local.<locals>.<lambda>>", ""))
        self.assertIn("function cannot be pickled: ", text)
        self.assertEqual(self.failures(worker.ask("held", [0]))[0][2], "result['a'][0].it<local.<locals>.<lambda>>")

    @each_way
    def test_a_message_that_cannot_be_unpickled_is_answered_with_no_numbers(self, transport, native):
        worker = self.worker(transport, native)
        cases = [(parent.message("nothing", [1, 2]), "AttributeError: .*nothing"),
                 (parent.message("no_module:f", [1]), "ModuleNotFoundError: .*no_module"),
                 (parent.message("double", [1, job_object("Bad", n=1)]), "LookupError: not here"),
                 (parent.message("double", [1])[:-3], "."), (b"", "."), (b"garbage", "."),
                 (pickle.dumps((1, 2)), "a task is"), (pickle.dumps((1, 2, int, ((int, (1,)),), {})), "mapstar")]
        for payload, said in cases:
            worker.send(parent.TASK, 1, payload)
            answer = worker.answer()
            self.assertEqual(answer[:2], (-1, -1))
            (kind, text, path, _), = self.failures(answer)
            self.assertEqual((kind, path), ("UnpicklingError", ""))
            self.assertRegex(text, said)
        self.assertEqual(worker.ask("double", [1])[2], (True, [2]))


class Carried(WorkerTest):
    def carried(self, worker, how, data):
        return worker.ask("poolscope_worker:carry", [(how, data)])

    @parent.by_value
    @each_way
    def test_a_function_is_carried_once_and_named_then(self, transport, native):
        worker = self.worker(transport, native)
        for how, factor in (("dill", 3), ("cloudpickle", 5), ("pickle", None)):
            if how == "pickle":
                data, expected = pickle.dumps(abs), 4
            else:
                data, expected = __import__(how).dumps(eval("lambda x: x * %d" % factor, {"__name__": "nowhere"})), -4 * factor
            self.assertEqual(self.carried(worker, how, data)[2], (True, [None]))
            for _ in range(3):
                self.assertEqual(worker.ask("poolscope_worker:carried", [-4])[2], (True, [expected]))

    @each_way
    def test_what_cannot_be_carried_is_the_tasks_failure(self, transport, native):
        worker = self.worker(transport, native, path=user_file("import sys; sys.modules['dill'] = None"))
        kind, text, _, _ = self.failures(self.carried(worker, "dill", b""))[0]
        self.assertEqual(kind, "ImportError")
        self.assertRegex(text, "The function came by dill, which this Python cannot import: .* Install it")
        self.assertEqual(self.failures(self.carried(worker, "pigeon", b""))[0][0], "ValueError")
        self.assertEqual(self.failures(self.carried(worker, "pickle", b"x"))[0][0], "UnpicklingError")


class Lanes(WorkerTest):
    @each_way
    def test_each_lane_is_a_worker_of_its_own(self, transport, native):
        worker = self.worker(transport, native, lanes=3, index=4)
        self.assertEqual([lane.ask("who", [0])[2] for lane in worker.lanes], [(True, [n]) for n in (4, 5, 6)])
        self.assertEqual({tuple(lane.ask("pid", [0])[2][1]) for lane in worker.lanes}, {(worker.pid,)})
        worker.lanes[0].ours.close()
        self.assertEqual(worker.lanes[2].ask("who", [0])[2], (True, [6]))
        self.assertEqual(worker.end(), 0)

    @each_way
    def test_a_single_lane_is_known_to_its_threads(self, transport, native):
        path = user_file("import poolscope_worker, concurrent.futures as c\n"
                         "def who(x):\n with c.ThreadPoolExecutor() as e: "
                         "return e.submit(poolscope_worker.current_worker).result()\n")
        self.assertEqual(self.worker(transport, native, path=path, index=2).ask("who", [0])[2], (True, [2]))

    @each_way
    def test_waiting_for_the_gil_counts_as_waiting_for_a_cpu(self, transport, native):
        worker = self.worker(transport, native, lanes=2)
        for lane in worker.lanes:
            lane.ask("spin", [0.03])
        alone = [lane.page[parent.CPU_WAIT] for lane in worker.lanes]
        for _ in range(3):
            for lane in worker.lanes:
                lane.send(parent.TASK, 1, parent.message("spin", [0.1]))
            for lane in worker.lanes:
                lane.answer()
        waited = sum(lane.page[parent.CPU_WAIT] - before for lane, before in zip(worker.lanes, alone))
        self.assertGreater(waited, 200e6)  # each of the two waited about as long as it ran


if __name__ == "__main__":
    unittest.main()

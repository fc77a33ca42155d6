#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`poolscope pickle dis` and `poolscope pickle show` as people and scripts call them."""
import collections
import json
import pickle
import subprocess
import sys
import unittest
from multiprocessing.pool import mapstar
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import PROGRAM, CliTest, plain, poolscope

TASK = (6, 4711, mapstar, ((collections.Counter("abca").most_common, (4711,)),), {})
USES = ["values", "names", "memo", "structure", "framing"]


class LookTest(CliTest):
    def pickled(self, value, protocol=5):
        return self.written(pickle.dumps(value, protocol))

    def written(self, data):
        path = self.folder / "a.pickle"
        path.write_bytes(data)
        return path

    def piped(self, data, *arguments):
        return subprocess.run([PROGRAM, "pickle", *arguments], input=data, capture_output=True)


def pickletools(path):
    return subprocess.run(["/usr/bin/python3", "-m", "pickletools", path], capture_output=True, text=True)


class Dis(LookTest):
    def test_gives_the_text_of_pickletools(self):
        for protocol in range(6):
            path = self.pickled(["é", TASK, {1.5: [None, b"x"]}], protocol)
            done = poolscope("pickle", "dis", path)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(done.stdout, pickletools(path).stdout)

    def test_reads_standard_input(self):
        data = pickle.dumps([1, 2, 3], 5)
        self.assertEqual(self.piped(data, "dis", "-").stdout.decode(), pickletools(self.written(data)).stdout)

    def test_lists_a_damaged_pickle_as_far_as_it_goes(self):
        for data in (pickle.dumps(TASK, 4)[:-9], b"NN.", b"(\x85t."):
            path = self.written(data)
            done, theirs = poolscope("pickle", "dis", path), pickletools(path)
            self.assertEqual(done.returncode, 4)
            self.assertEqual(done.stdout, theirs.stdout)
            reason = theirs.stderr.splitlines()[-1].partition(": ")[2]
            self.assertEqual(done.stderr, f"poolscope: {path} is damaged: {reason}.\n")

    def test_lists_a_large_pickle_quickly(self):
        text = poolscope("pickle", "dis", self.pickled(list(range(300000)))).stdout
        self.assertEqual(text.count(" BININT"), 300000)
        self.assertTrue(text.endswith("STOP\nhighest protocol among opcodes = 4\n"))

    def test_a_reader_that_goes_away_is_told(self):
        path = self.pickled(list(range(300000)))
        reader = subprocess.Popen(["true"], stdin=subprocess.PIPE)
        reader.wait()
        with reader.stdin as closed:
            done = subprocess.run([PROGRAM, "pickle", "dis", path], stdout=closed, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 4)
        self.assertIn(b"was closed before everything was written", done.stderr)


def everyPart(part):
    yield part
    for child in part["children"]:
        yield from everyPart(child)


class Show(LookTest):
    def shown(self, value, protocol=5):
        done = poolscope("pickle", "show", self.pickled(value, protocol))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return plain(done.stdout)

    def test_says_first_what_the_bytes_carry(self):
        lines = self.shown([1, 2, 300]).splitlines()
        self.assertEqual(lines[0], "23 bytes to carry 7 bytes of values")
        self.assertEqual(lines[1], "protocol 5, 1 frame, 1 in the memo, 10 opcodes")
        uses = [line.split() for line in lines[3:8]]
        self.assertEqual([use[0] for use in uses], USES)
        self.assertEqual(sum(int(use[1]) for use in uses), 23)
        self.assertEqual(sum(int(use[3]) for use in uses), 100)

    def test_draws_the_tree_within_80_columns(self):
        text = self.shown(TASK)
        for line in text.splitlines():
            self.assertLessEqual(len(line), 80)
        for part in ("task tuple", "├─ [2] mapstar", "Counter.most_common", "getattr function",
                     "__self__ Counter", "the call itself", "└─ the tuple itself"):
            self.assertIn(part, text)

    def test_json_adds_up(self):
        for value in (TASK, 5, None, "x" * 1000, list(range(5000)), {"a": {"b": [1, 2]}, "c": (1, 2)}):
            for protocol in range(6):
                path = self.pickled(value, protocol)
                done = poolscope("pickle", "show", path, "--json")
                picture, size = json.loads(done.stdout), path.stat().st_size
                self.assertEqual(picture["bytes"], size)
                self.assertEqual(list(picture["uses"]), USES)
                self.assertEqual(sum(picture["uses"].values()), size)
                self.assertEqual(picture["tree"]["bytes"], size)
                said = range(protocol + 1) if protocol < 2 else (protocol,)  # 0 and 1 do not say it
                self.assertIn(picture["protocol"], said)
                for part in everyPart(picture["tree"]):
                    if part["children"]:
                        self.assertEqual(part["bytes"], sum(child["bytes"] for child in part["children"]))
                    self.assertLessEqual(part["bytes"], part["end"] - part["begin"])

    def test_shortens_what_is_long_and_deep(self):
        text = self.shown(list(range(1000)))
        self.assertIn("… 900 more", text)
        deep = self.written(b"]" * 5000 + b"a" * 4999 + b".")
        done = poolscope("pickle", "show", deep)
        self.assertEqual(done.returncode, 0)
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 80)
        json.loads(poolscope("pickle", "show", deep, "--json").stdout)

    def test_never_runs_what_a_pickle_says(self):
        path = self.folder / "made"
        data = b"cos\nsystem\n(S'touch %s'\ntR." % str(path).encode()
        text = poolscope("pickle", "show", self.written(data)).stdout
        self.assertIn("function os.system", text)
        self.assertFalse(path.exists())

    def test_names_that_are_no_text_are_shown(self):
        done = poolscope("pickle", "show", self.written(b"c\xff\n\xfe\n."), "--json")
        self.assertEqual(json.loads(done.stdout)["tree"]["text"], "\\xfe")


class WrongCall(LookTest):
    def test_a_call_without_a_file(self):
        for verb in ("dis", "show"):
            self.assertRefused(poolscope("pickle", verb), 2, "which file?", f"poolscope pickle {verb} --help")
            self.assertRefused(poolscope("pickle", verb, "a", "--xml"), 2, "--xml")

    def test_a_file_that_is_not_there_or_no_pickle(self):
        for verb in ("dis", "show"):
            self.assertRefused(poolscope("pickle", verb, self.folder / "missing"), 4, "No such file")
            self.assertRefused(poolscope("pickle", verb, self.folder), 4, "Is a directory")
        self.assertRefused(poolscope("pickle", "show", self.written(b"N")), 4, "is damaged", "offset 1")
        self.assertRefused(poolscope("pickle", "show", self.written(b"")), 4, "is damaged")

    def test_each_help_has_an_example(self):
        for verb in ("dis", "show"):
            self.assertIn(f"Example:\n  poolscope pickle {verb} ", poolscope("pickle", verb, "--help").stdout)


if __name__ == "__main__":
    unittest.main()

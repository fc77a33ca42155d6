# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`poolscope pickle repack` as scripts call it."""
import pickle
import struct
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from poolscope_cli import PROGRAM, CliTest, poolscope  # noqa: E402


def frames(*messages):
    return b"".join(struct.pack("<i", len(message)) + message for message in messages)


def stream(data, *options):
    return subprocess.run(
        [PROGRAM, "pickle", "repack", "--frames", *options], input=data, capture_output=True
    )


class Repack(CliTest):
    def pickled(self, value, protocol):
        path = self.folder / f"{protocol}.pickle"
        path.write_bytes(pickle.dumps(value, protocol))
        return path

    def test_gives_the_same_bytes(self):
        for protocol in (2, 3, 4, 5):
            path, out = self.pickled(["a", {1: (2.5, None)}], protocol), self.folder / "out"
            self.assertEqual(poolscope("pickle", "repack", path, "-o", out).returncode, 0)
            self.assertEqual(out.read_bytes(), path.read_bytes())

    def test_raises_old_protocols_to_2(self):
        for protocol in (0, 1):
            path, out = self.pickled([1, "a"], protocol), self.folder / "out"
            self.assertEqual(poolscope("pickle", "repack", path, "-o", out).returncode, 0)
            self.assertEqual(out.read_bytes(), pickle.dumps([1, "a"], 2))

    def test_changes_the_protocol(self):
        path, out = self.pickled([b"bytes", {1, 2}], 2), self.folder / "out"
        poolscope("pickle", "repack", path, "-o", out, "--protocol", 5)
        self.assertEqual(out.read_bytes(), pickle.dumps([b"bytes", {1, 2}], 5))

    def test_refuses_what_is_damaged_and_leaves_the_output_alone(self):
        path, out = self.pickled(["abc"], 5), self.folder / "out"
        path.write_bytes(path.read_bytes()[:-3])
        out.write_text("kept")
        done = poolscope("pickle", "repack", path, "-o", out)
        self.assertRefused(done, 4, str(path), "at byte")
        self.assertEqual(out.read_text(), "kept")

    def test_refuses_wrong_calls(self):
        path = self.pickled(1, 5)
        self.assertRefused(poolscope("pickle", "repack"), 2, "FILE or --frames")
        self.assertRefused(poolscope("pickle", "repack", path, "--frames"), 2, "FILE or --frames")
        self.assertRefused(poolscope("pickle", "repack", path, "--protocol", 1), 2, '"1"')
        self.assertRefused(poolscope("pickle"), 2)
        self.assertRefused(poolscope("pickle", "unpack", path), 2, "unpack")
        self.assertRefused(poolscope("pickle", "repack", self.folder / "none"), 4, "cannot read")
        self.assertRefused(poolscope("pickle", "repack", self.folder), 4, "cannot read")

    def test_answers_frame_by_frame(self):
        good, bad = pickle.dumps({"a": 1}), b"\x80\x05K"
        done = stream(frames(good, bad, b"", good))
        self.assertEqual(done.returncode, 0, done.stderr)
        answers, rest = [], done.stdout
        while rest:
            (length,) = struct.unpack("<i", rest[:4])
            answers.append((length, rest[4 : 4 + abs(length)]))
            rest = rest[4 + abs(length) :]
        self.assertEqual([length > 0 for length, _ in answers], [True, False, False, True])
        self.assertEqual(answers[0][1], good)
        self.assertIn(b"at byte 2: BININT1 needs 1 more bytes", answers[1][1])

    def test_ends_at_a_frame_that_does_not(self):
        good = pickle.dumps(1)
        for broken in (b"\x01", struct.pack("<i", 100) + b"short", struct.pack("<i", 2**31 - 1)):
            done = stream(frames(good) + broken)
            self.assertEqual(done.returncode, 4)
            self.assertEqual(done.stdout, frames(good))
            self.assertIn(b"ends within a frame", done.stderr)
        self.assertIn(b"negative length", stream(struct.pack("<i", -1)).stderr)


if __name__ == "__main__":
    unittest.main()

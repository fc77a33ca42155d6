#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A run's report of one file says what its summary says: every figure, and how to do it again."""
import json
import shlex
import sys
import unittest
from html.parser import HTMLParser
from pathlib import Path
from xml.dom import minidom

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import CliTest, poolscope

VOID = ("meta",)
TAGS_THAT_LOAD = ("script", "link", "img", "iframe", "object", "embed", "image", "use")


class Report(HTMLParser):
    """The figures of a report by name, and whether each tag is closed where it has to be."""

    def __init__(self, text):
        super().__init__()
        self.open, self.figures, self.loads, self.wrong = [], {}, [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if "data-name" in named:
            self.figures.setdefault(named["data-name"], set()).add(named["data-value"])
        if tag in TAGS_THAT_LOAD or "src" in named or "href" in named:
            self.loads.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append((tag, self.getpos()))


def leaves(value, name=""):
    """Each value of a JSON text under its name: worker.0.items."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inner is None:
        yield name, value
        return
    for key, part in inner:
        yield from leaves(part, f"{name}.{key}" if name else str(key))


def told(value):
    """As a report tells it, exactly."""
    return {None: "null", True: "true", False: "false"}.get(value, value) if value is None or isinstance(value, bool) else value


class SummaryAndReport(CliTest):
    def reported(self, *arguments):
        report, summary = self.file("report.html"), self.file("summary.json")
        done = poolscope("run", *arguments, "--json", summary, "--export", report)
        text = report.read_text(encoding="utf-8")
        minidom.parseString(text.encode())  # well-formed, so that nothing from outside got out of its place
        page = Report(text)
        self.assertEqual((page.open, page.wrong, page.loads), ([], [], []))
        return done, json.loads(summary.read_text(encoding="utf-8")), page.figures

    def check_equal(self, summary, figures):
        missing = []
        for name, value in leaves(summary):
            if value == "" or name.startswith("result.first") or name in ("result.reduction", "result.value"):
                continue
            if value is None and name.endswith("no_worker"):
                continue
            if name not in figures:
                missing.append(name)
                continue
            for text in figures[name]:
                if isinstance(value, float):
                    self.assertEqual(float(text), value, name)
                else:
                    self.assertEqual(text, str(told(value)), name)
        self.assertEqual(missing, [])

    def test_every_figure_is_that_of_the_summary(self):
        done, summary, figures = self.reported("payload", "items=400", "bytes=2000", "spin_us=20", "--workers", 2)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.check_equal(summary, figures)

    def test_failures_stand_in_it_with_all_that_is_known(self):
        done, summary, figures = self.reported("faults", "items=40", "mode=raise", "at=7", "--workers", 2, "--chunksize", 1)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(summary["errors"]), summary["failed"])
        self.check_equal(summary, figures)

    def test_what_was_not_measured_is_null(self):
        _, summary, figures = self.reported("power", "items=500", "--backend", "serial", "--no-serial-probe")
        self.assertIsNone(summary["serial_s"])
        self.check_equal(summary, figures)

    def test_its_command_does_the_same_run(self):
        _, summary, figures = self.reported("power", "items=500", "n=3", "--workers", 2, "--chunksize", 50, "--protocol", 4)
        (command,) = figures["command"]
        again = self.file("again.json")
        done = poolscope(*shlex.split(command)[1:], "--json", again)
        self.assertEqual(done.returncode, 0, done.stderr)
        second = json.loads(again.read_text(encoding="utf-8"))
        for name in ("title", "api", "backend", "start_method", "transport", "protocol", "workers", "chunksize", "items", "result"):
            self.assertEqual(second[name], summary[name], name)


if __name__ == "__main__":
    unittest.main()

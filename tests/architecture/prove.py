#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that the checker finds what it is for: `prove.py EXAMPLE`.

broken/EXAMPLE is a small tree; broken/EXAMPLE.txt lists the `file:line: [rule]` that all rules
together must report of it, no more and no less. The example `good` has an empty list.
"""
import re
import sys
from pathlib import Path

from check import breaches
from rules import RULES

EXAMPLES = Path(__file__).resolve().parent / "broken"


def main(example):
    wanted = (EXAMPLES / f"{example}.txt").read_text().split("\n")[:-1]
    reports = list(breaches(EXAMPLES / example, RULES))
    found = [re.match(r".*?:\d+: \[\w+\]", report).group() for report in reports]
    if sorted(found) == sorted(wanted) and (example == "good" or wanted):
        return 0
    print(f"{example}: the checker must report", *wanted, "but reports", *reports, sep="\n  ")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

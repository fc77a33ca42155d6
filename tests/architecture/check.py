#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the house against its rules: `check.py RULE|all [ROOT]`, `check.py --list`.

Says `file:line: [rule] what is wrong; what to do` for each breach; exit 1 where there is one.
"""
import sys
from pathlib import Path

from rules import RULES
from tree import readArrows, roomOf, sources


class House:
    """A tree as the rules see it."""

    def __init__(self, root):
        self.root = root
        self.arrows = readArrows()
        self.sources = sources(root, self.arrows)

    def roomOf(self, path):
        return roomOf(path, self.arrows)


def breaches(root, names):
    house = House(root)
    for name in names:
        for path, line, wrong, cure in RULES[name](house):
            yield f"{path}:{line}: [{name}] {wrong}; {cure}"


def main(arguments):
    if arguments == ["--list"]:
        print(*RULES)
        return 0
    if not arguments or len(arguments) > 2 or arguments[0] not in [*RULES, "all"]:
        print(__doc__, file=sys.stderr)
        return 2
    root = Path(arguments[1] if len(arguments) == 2 else Path(__file__).parents[2]).resolve()
    found = list(breaches(root, RULES if arguments[0] == "all" else [arguments[0]]))
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

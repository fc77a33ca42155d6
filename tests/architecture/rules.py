# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house. Each yields (file, line, what is wrong, what to do)."""
import re

from functions import functions
from tree import TOP_FOLDERS

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
ELSEWHERE = ("tests", "resources")  # tests may include anything; resources hold no C++ of ours
TOP_FILES = ("CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md")
UNTRACKED = ("build", "compile_commands.json")


def rooms(house):
    """Every folder of C++ is a room that arrows.txt knows, and the top level is fixed."""
    told = set()
    for source in house.sources:
        folder = source.path.rpartition("/")[0]
        if source.isCpp and source.room is None and folder not in told:
            told.add(folder)
            yield source.path, 1, f"{folder} is a room without arrows", (
                "say in tests/architecture/arrows.txt what it may include, or move its files"
            )
    for entry in sorted(house.root.iterdir()):
        known = entry.name in TOP_FOLDERS + TOP_FILES + UNTRACKED or entry.name.startswith(".")
        if not known:
            yield entry.name, 1, "the top level is fixed", "move it into one of its folders"


def crossings(house):
    """(source, line, target's path, target's room) of each #include of another room of ours."""
    for source in house.sources:
        if source.isCpp and source.top not in ELSEWHERE and source.room:
            for line, path, _ in source.includes():
                room = house.roomOf(path) if path else source.room
                if room != source.room:
                    yield source, line, path, room


def arrows(house):
    """An #include goes only where the room's line in arrows.txt allows."""
    for source, line, path, room in crossings(house):
        allowed = house.arrows[source.room]
        if room in allowed or ("*" in allowed and room not in ELSEWHERE):
            continue
        may = ", ".join(allowed) or "no room"
        yield source.path, line, f"{source.room} may not include {path}", (
            f"it may include {may}: move the code to where the arrow points, or hand it in"
        )


def doors(house):
    """Of another room only its door is included: core/pickle/pickle.h."""
    for source, line, path, room in crossings(house):
        if room and room not in ELSEWHERE:
            door = f"{room}/{room.rpartition('/')[2]}.h"
            if path != door:
                yield source.path, line, f"{path} is an inner header of {room}", (
                    f"include {door}, and let it show what you need"
                )


def links(house):
    """CMakeLists.txt links each room to exactly the rooms that its arrows name."""
    listing = house.root / "CMakeLists.txt"
    text = listing.read_text() if listing.is_file() else ""
    for match in re.finditer(r"^ *poolscope_room\(([\w/]+)([^)]*)\)", text, re.M):
        room, line = match.group(1), text.count("\n", 0, match.start()) + 1
        named = {"poolscope_" + name.replace("/", "_") for name in house.arrows.get(room, [])}
        linked = set(re.findall(r"\bpoolscope_(?!resources)\w+", match.group(2)))
        for target in sorted(named ^ linked):
            wrong = "links" if target in linked else "does not link"
            yield "CMakeLists.txt", line, f"{room} {wrong} {target}, unlike arrows.txt", (
                "say the same in both"
            )


def libraries(house):
    """core is free of Qt but for core/threads, and so is the worker; QCustomPlot: ui/charts."""
    for source in house.sources:
        if not source.isCpp or source.top in ELSEWHERE:
            continue
        withQt = source.room in ("core/threads", "app") or source.top == "ui"
        for line, _, written in source.includes():
            if re.search(r"qcustomplot", written, re.I) and source.room != "ui/charts":
                yield source.path, line, f"{written} outside ui/charts", (
                    "draw in ui/charts and show its door's class"
                )
            elif re.match(r"Q[A-Z]|Qt|qt?[a-z]+\.h$", written) and not withQt:
                yield source.path, line, f"{written}: Qt has no place in {source.room}", (
                    "use std, or do it in core/threads, ui or app"
                )


def pragmas(house):
    """A header guards itself with #pragma once."""
    for source in house.sources:
        if source.isHeader and not re.search(r"^#pragma once$", source.text, re.M):
            yield source.path, 1, "a header without #pragma once", "add it below the licence"


def licences(house):
    """The first lines say whose the file is and under which licence: MIT where it is taken home or
    becomes part of a traced program, else GPL."""
    for source in house.sources:
        free = source.top == "core" or str(source.path).startswith("resources/python/")
        licence = "MIT" if free else "GPL-3.0-or-later"
        wanted = (
            "SPDX-FileCopyrightText: 2026 Poolscope contributors",
            f"SPDX-License-Identifier: {licence}",
        )
        beginning = [line.strip("/# ") for line in source.lines[:4]]
        missing = [line for line in wanted if line not in beginning]
        if missing and source.text.strip():
            mark = "//" if source.isCpp else "#"
            yield source.path, 1, "the SPDX lines are missing or other than its folder's", (
                "begin with " + " and ".join(f"`{mark} {line}`" for line in missing)
            )


def lengths(house):
    """A file stays within 300 lines."""
    for source in house.sources:
        if len(source.lines) > LONGEST_FILE:
            yield source.path, LONGEST_FILE + 1, f"the file has {len(source.lines)} lines", (
                f"{LONGEST_FILE} are allowed: take out what has a name of its own"
            )


def functionLengths(house):
    """A function stays within 40 lines, its head and its lambdas included."""
    for source in house.sources:
        if source.isCpp:
            for name, line, length in functions(source.text):
                if length > LONGEST_FUNCTION:
                    yield source.path, line, f"{name} has {length} lines", (
                        f"{LONGEST_FUNCTION} are allowed: give its steps names"
                    )


RULES = {
    "rooms": rooms,
    "arrows": arrows,
    "doors": doors,
    "links": links,
    "libraries": libraries,
    "pragmas": pragmas,
    "licences": licences,
    "lengths": lengths,
    "functions": functionLengths,
}

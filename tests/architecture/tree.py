# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rules look at: the source files of a tree, their rooms and their #include lines."""
import posixpath
import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP_FOLDERS = ("app", "core", "resources", "tests", "ui")
EXAMPLES = "tests/architecture/broken"  # trees of their own, wrong on purpose
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')


class Source:
    """One text file: its path as written from the root, its lines, its kind and its room."""

    def __init__(self, root, path, arrows):
        self.path = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8", errors="replace")
        self.lines = self.text.splitlines()
        self.isHeader = path.suffix == ".h"
        self.isCpp = path.suffix in (".h", ".cpp")
        self.isScript = (
            path.suffix in (".py", ".sh")
            or path.name == "CMakeLists.txt"
            or (not path.suffix and self.text.startswith("#!"))
        )
        self.top = self.path.split("/")[0]
        self.room = roomOf(self.path, arrows)

    def includes(self):
        """(line number, path of ours or None, text as written) of each #include."""
        for number, line in enumerate(self.lines, 1):
            if match := INCLUDE.match(line):
                written = match.group(1) or match.group(2)
                yield number, self.ours(written, quoted=bool(match.group(1))), written

    def ours(self, written, quoted):
        if written.split("/")[0] in TOP_FOLDERS:
            return posixpath.normpath(written)
        if quoted:  # beside the file itself
            return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), written))
        return None


def roomOf(path, arrows):
    """The room of a file: the longest listed folder above it; None where no arrow names one."""
    top, *rest = path.split("/")
    if top in ("tests", "resources"):
        return top
    folder = "/".join([top, *rest[:1]]) if len(rest) > 1 else top
    return folder if folder in arrows else None


def readArrows():
    arrows = {}
    for line in (HERE / "arrows.txt").read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            room, _, allowed = line.partition(":")
            arrows[room.strip()] = allowed.split()
    return arrows


def sources(root, arrows):
    found = []
    for top in TOP_FOLDERS:
        found += [path for path in sorted((root / top).rglob("*")) if path.is_file()]
    found += [path for path in (root / "CMakeLists.txt", root / ".ci/run") if path.is_file()]
    wanted = []
    for path in found:
        name = path.relative_to(root).as_posix()
        if name.startswith(EXAMPLES) or "__pycache__" in name:
            continue
        if path.suffix in ("", ".h", ".cpp", ".py", ".sh") or path.name == "CMakeLists.txt":
            wanted.append(Source(root, path, arrows))
    return [source for source in wanted if source.isCpp or source.isScript]

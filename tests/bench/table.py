# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Google Benchmark's JSON as Markdown: table.py [--readme] TIMES MEMORY.

Medians; the ratios are of CPU time, which other programs on the machine disturb less than the clock.
"""
import json
import sys
from pathlib import Path

README = Path(__file__).resolve().parent / "README.md"
BEGIN, END = "<!-- table: tests/bench/run --readme -->", "<!-- end of table -->"
SHAPES = {
    "ints": "10⁶ ints", "dicts": "10⁵ dicts of 4", "items": "10⁵ objects with state",
    "blob": "64 MB of bytes, in band", "beside": "64 MB of bytes, beside", "deep": "list 10⁵ deep",
    "message": "pool's message, 256 ints",
}  # fmt: skip
WHO = ("memcpy", "copy", "dynamic", "typed", "cpython", "qdatastream", "cereal", "msgpack")
OURS = ("dynamic", "typed", "cpython")
WANTED = {"write": 4, "read": 3}
TO_NANO = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def medians(path):
    """{"write/ints/typed": (cpu ns, wall ns, bytes)}; ends where a benchmark failed."""
    found, failed = {}, []
    for run in json.loads(Path(path).read_text())["benchmarks"]:
        if run.get("error_occurred"):
            failed.append(f"{run['name']}: {run['error_message']}")
        elif run.get("aggregate_name") == "median":
            unit = TO_NANO[run["time_unit"]]
            found[run["run_name"].split("/repeats")[0]] = (
                run["cpu_time"] * unit, run["real_time"] * unit, int(run["bytes"]))  # fmt: skip
    if failed:
        sys.exit("\n".join(sorted(set(failed))))
    return found


def time(nano):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nano >= size:
            return f"{nano / size:.3g} {unit}"
    return f"{nano:.3g} ns"


def cell(found, op, shape, who):
    if (mine := found.get(f"{op}/{shape}/{who}")) is None:
        return "–"
    cpython = found.get(f"{op}/{shape}/cpython")
    if who == "cpython" or cpython is None:
        return time(mine[0])
    ratio = cpython[0] / mine[0]
    text = f"{time(mine[0])} · {ratio:.3g}×"
    reached = who not in ("dynamic", "typed") or shape not in ("ints", "dicts") or ratio >= WANTED[op]
    return text if reached else f"**{text}**"


def times(found):
    for op, title in (("write", "Writing"), ("read", "Reading")):
        columns = [who for who in WHO if any(key.startswith(op) and key.endswith(who) for key in found)]
        yield f"| {title} | " + " | ".join(columns) + " |"
        yield "|--|" + "--:|" * len(columns)
        for shape, name in SHAPES.items():
            cells = [cell(found, op, shape, who) for who in columns]
            if set(cells) != {"–"}:
                yield f"| {name} | " + " | ".join(cells) + " |"
        yield ""
    yield "The same by the clock, ours and CPython:"
    yield ""
    yield "| | dynamic | typed | cpython | bytes written: dynamic, typed |"
    yield "|--|--:|--:|--:|--:|"
    for key in (f"{op}/{shape}" for op in ("write", "read") for shape in SHAPES):
        if f"{key}/cpython" in found:
            walls = [time(found[f"{key}/{who}"][1]) if f"{key}/{who}" in found else "–" for who in OURS]
            sizes = [f"{found[f'{key}/{who}'][2]:,}" if f"{key}/{who}" in found else "–" for who in OURS[:2]]
            yield f"| {key} | " + " | ".join(walls) + " | " + ", ".join(sizes) + " |"
    yield ""


def memory(path):
    yield "| What reading holds | bytes of pickle | peak | for a byte | the document keeps |"
    yield "|--|--:|--:|--:|--:|"
    for line in Path(path).read_text().splitlines():
        name, size, peak, kept, outcome = line.split("\t")
        note = "" if outcome == "read" else " (refused)"
        yield f"| {name}{note} | {int(size):,} | {int(peak):,} | {int(peak) / int(size):.2f} | {int(kept):,} |"


def main(arguments):
    table = "\n".join([*times(medians(arguments[-2])), *memory(arguments[-1])])
    print(table)
    if "--readme" in arguments:
        before, rest = README.read_text().split(BEGIN)
        README.write_text(before + BEGIN + "\n" + table + "\n" + END + rest.split(END)[1])


if __name__ == "__main__":
    main(sys.argv[1:])

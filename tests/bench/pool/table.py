#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What measure.py found as Markdown: table.py [--readme] RESULTS.json. Medians; n× is how many times as fast ours is."""
import json
import sys
from pathlib import Path
from statistics import median

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN, END = "<!-- pool: tests/bench/run pool --readme -->", "<!-- end of pool -->"
MIB = 64
# line: what it is, how it is said, times CPython's that are the least and the aim
PROCESSES = {
    "chunk1": ("`power`, chunksize 1, a task", "time", 25, 60),
    "default": ("`power`, default chunks, a task", "time", 5, 10),
    "auto": ("`power`, chunksize auto, a task", "time", 5, 10),
    "apply": ("apply back to back, round trip", "time", 10, 30),
    "apply-idle": ("apply after an idle second", "time", None, None),
    "buffer": ("64 MiB to a worker, warm", "rate", 10, None),
    "buffer-first": ("64 MiB to a worker, first use", "rate", None, None),
    "buffer-back": ("64 MiB there and back, warm", "rate", 10, None),
    "buffer-back-first": ("64 MiB there and back, first use", "rate", None, None),
    "start": ("pool of 8, first result", "time", None, None),
    "ready": ("pool of 8, all workers ready", "time", None, None),
}  # fmt: skip
WHO = {
    "ours": "ours", "ours-pipe": "ours, pipe", "multiprocessing": "`multiprocessing`",
    "futures": "`concurrent.futures`", "joblib": "`joblib`", "multiprocess": "`multiprocess`",
}  # fmt: skip
PEER_LINE = {"auto": "default"}  # what a line is compared with where the peers have no such choice
FLOORS = {"chunk1": "ring", "apply": "socketpair", "apply-idle": "socketpair", "buffer": "memcpy"}
STARTS = {"ours-spawn": "ours by spawn", "spawn": "`multiprocessing` by spawn",
          "forkserver": "`multiprocessing` by forkserver"}  # fmt: skip
MOST = {"start": (20e-3, 5e-3)}  # s: at least, aim
SHARES = {"share-spin100": ("tasks of 100 µs", 1, 0.3), "share-default": ("`power`, default chunks", 10, 3),
          "share-chunk1": ("`power`, chunksize 1", 25, 10)}  # fmt: skip


def time(seconds):
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def said(seconds, how):
    return time(seconds) if how == "time" else f"{MIB / seconds:.4g} MiB/s"


def middle(found, name):
    times = found.get(name)
    return median(times) if isinstance(times, list) else None


def cell(found, line, who):
    seconds, ours = middle(found, f"{line}/{who}"), middle(found, f"{line}/ours")
    if seconds is None:
        return "**fails**" if isinstance(found.get(f"{line}/{who}"), str) else "–"
    text = said(seconds, PROCESSES[line][1])
    if who in ("ours", "ours-pipe") or ours is None:
        return text
    return f"{text} · {seconds / ours:.3g}×"


def verdict(found, line):
    """The ratio to CPython, what is asked, and whether it is reached: bold where it is not."""
    _, how, least, aim = PROCESSES[line]
    ours = middle(found, f"{line}/ours")
    if ours is None:
        return "–", "–"
    if line in MOST:
        asked = " / ".join(f"≤ {time(limit)}" for limit in MOST[line])
        return (time(ours) if ours <= MOST[line][0] else f"**{time(ours)}**"), asked
    theirs = middle(found, f"{PEER_LINE.get(line, line)}/multiprocessing")
    if least is None or theirs is None:
        return "–", "–"
    ratio = theirs / ours
    asked = f"{least}× / " + (f"{aim}×" if aim else "memcpy")
    return (f"{ratio:.3g}×" if ratio >= least else f"**{ratio:.3g}×**"), asked


def processes(found):
    who = {key: title for key, title in WHO.items() if any(f"{line}/{key}" in found for line in PROCESSES)}
    yield "| Processes, 2 workers | " + " | ".join(who.values()) + " | floor | × CPython | at least / aim |"
    yield "|--|" + "--:|" * (len(who) + 3)
    for line, (title, how, *_) in PROCESSES.items():
        cells = [cell(found, line, key) for key in who]
        floor = middle(found, f"{line}/{FLOORS.get(line)}")
        floorText = f"{said(floor, how)} ({FLOORS[line]})" if floor else "–"
        if set(cells) != {"–"}:
            yield f"| {title} | " + " | ".join([*cells, floorText, *verdict(found, line)]) + " |"
    for line, title in (("start", "first result"), ("ready", "all eight ready")):
        starts = [f"{who} {time(middle(found, f'{line}/{key}'))}" for key, who in STARTS.items()
                  if middle(found, f"{line}/{key}")]  # fmt: skip
        if starts:
            yield f"\nStarted otherwise, {title}: {', '.join(starts)}."
    if loop := middle(found, "plain-loop/ours"):
        yield f"\nA plain loop of `power` on one thread, ours: {time(loop)} a task."


def threads(found):
    ours, qt = middle(found, "threads/ours"), middle(found, "threads/qtconcurrent")
    if ours is None or qt is None:
        return
    yield "\n| Threads, 2, 10⁷ items of x·x+1 | an item | ours takes | at least / aim |\n|--|--:|--:|--:|"
    titles = {"qtconcurrent": "`QtConcurrent::blockingMapped`", "onetbb": "oneTBB `parallel_for`", "loop": "plain loop"}
    yield f"| ours, observed | {time(ours)} | | |"
    for who, title in titles.items():
        peer = middle(found, f"threads/{who}")
        asked = "≤ 1.2× / ≤ 1×" if who == "qtconcurrent" else ""
        ratio = f"{ours / peer:.2f}×"
        late = who == "qtconcurrent" and ours > 1.2 * peer
        yield f"| {title} | {time(peer)} | {f'**{ratio}**' if late else ratio} | {asked} |"


def observing(found):
    record = middle(found, "record/ours")
    if record is None:
        return
    yield "\n| Observing | records × cost of one, of the workers' time | with and without, in turns | at most / aim |"
    yield "|--|--:|--:|--:|"
    for name, (title, most, aim) in SHARES.items():
        line = name.partition("-")[2]
        share, on, off = middle(found, f"{name}/ours"), middle(found, f"{line}/ours"), middle(found, f"{line}/blind")
        beside = f"{100 * (on / off - 1):+.2g} %" if on and off else "–"
        if share is not None:
            text = f"{100 * share:.2g} %"
            yield f"| {title} | {text if 100 * share <= most else f'**{text}**'} | {beside} | {most} % / {aim} % |"
    yield f"\nOne record takes {time(record)}."


def lengthy(found):
    for who in WHO:
        if (idle := middle(found, f"idle/{who}")) is not None:
            yield f"\nIdle pool of 2 ({WHO[who]}): {time(idle) if idle else '0 ns'} of CPU in 10 s, all its processes together."
        if (peak := middle(found, f"memory/{who}")) is not None:
            seconds = middle(found, f"memory-seconds/{who}")
            yield (f"\n10⁷ tasks of `power` by imap, chunksize 256, consumed one by one ({WHO[who]}): the parent had "
                   f"{peak / 2**20:.0f} MiB at its peak (at most 500 MB asked), {seconds:.1f} s.")  # fmt: skip


def main(arguments):
    found = json.loads(Path(arguments[-1]).read_text())
    table = "\n".join([*processes(found), *threads(found), *observing(found), *lengthy(found)])
    load = ", ".join(f"{x:.1f}" for x in found["load"])
    kind = "quick: 2 repetitions" if found["quick"] else "5 repetitions"
    table += f"\n\n{kind}, {found['cpus']} CPUs, load averages when it began: {load}; {found['seconds']:.0f} s in all."
    print(table)
    for name, times in found.items():
        if isinstance(times, str):
            print(f"{name}: {times}", file=sys.stderr)
    if "--readme" in arguments:
        before, rest = README.read_text().split(BEGIN)
        README.write_text(before + BEGIN + "\n" + table + "\n" + END + rest.split(END)[1])
    return 1 if any(isinstance(times, str) for times in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

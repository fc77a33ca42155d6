#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the window's table of what bench_window printed: `table.py [--readme] LINES.jsonl`.

--readme writes it into ../README.md, between the marks, too."""
import json
import pathlib
import sys

BEGIN = "<!-- window: tests/bench/run window --readme -->\n"
END = "<!-- /window -->\n"
FRAMES = ("fit", "zoom in", "zoom out", "pan", "pan among tasks")


def ms(seconds):
    return f"{seconds * 1e3:.3g} ms"


def frames(line):
    rate = 1 / line["frame_median_s"]
    return f"{rate:.0f} a second; {ms(line['frame_median_s'])}, worst tenth {ms(line['frame_p90_s'])}"


def bold(text, holds):
    return text if holds else f"**{text}**"


def rows(lines):
    if "first-window" in lines:
        line = lines["first-window"]
        text = f"{ms(line['median_s'])}, worst of eleven {ms(line['most_s'])}"
        yield "first window painted, from the start of the program", bold(text, line["median_s"] < 0.4), "< 400 ms"
    if "open" in lines:
        line = lines["open"]
        text = f"{line['open_s']:.2f} s; the file has {line['file_bytes'] / line['rows']:.1f} bytes a row, saved in {line['save_s']:.2f} s"
        yield f"{line['rows']:,} rows opened and painted".replace(",", "\u202f"), bold(text, line["open_s"] < 2), "< 2 s"
    for name in FRAMES:
        if name in lines:
            line = lines[name]
            yield f"{name}, of these rows: frames", bold(frames(line), line["frame_median_s"] < 1 / 30), "≥ 30 a second"
    if "live" in lines:
        line = lines["live"]
        rate = line["rows"] / line["seconds"]
        yield f"live, {rate:.3g} rows a second: the GUI thread's share of a core", bold(
            f"{line['gui_share']:.0%}", line["gui_share"] < 0.3), "< 30 %"
        yield "live: longest frame", bold(ms(line["frame_most_s"]), line["frame_most_s"] < 0.1), "< 100 ms"
        yield "live: rows that were not recorded", bold(str(line["dropped"]), line["dropped"] == 0), "0"
    if "idle" in lines:
        line = lines["idle"]
        yield "CPU of an idle window", bold(f"{line['cpu_share']:.3%}", line["cpu_share"] < 0.001), "none"


def table(lines):
    text = "| The window, offscreen | | asked for |\n|--|--:|--:|\n"
    return text + "".join(f"| {name} | {figure} | {wanted} |\n" for name, figure, wanted in rows(lines))


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--readme"]
    read = [json.loads(line) for line in open(arguments[0], encoding="utf-8")]
    text = table({line["line"]: line for line in read})
    print(text, end="")
    if "--readme" in sys.argv:
        readme = pathlib.Path(__file__).parent.parent / "README.md"
        whole = readme.read_text(encoding="utf-8")
        before, rest = whole.split(BEGIN)
        after = rest.split(END, 1)[1]
        readme.write_text(before + BEGIN + text + END + after, encoding="utf-8")


main()

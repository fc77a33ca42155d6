#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a worker in Python spends on a chunk and on an item, beside a plain loop over the same function.

POOLSCOPE names the built program, whose packages have the helper in C; without it only the plain worker is measured. All
chunks lie ready for the worker before it begins (over a ring), so that it waits for nothing. Each figure is the best of five.
"""
import struct
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "python"))
import worker_parent as parent

FILE = parent.user_file("def f(x): return x\n")
REPEATED = 5
SMALL, LARGE = (2500, [7]), (8, list(range(10000)))  # chunks of so many items


def frames(payload, count):
    head = struct.pack("<IIIIQII", 0x50534331, parent.TASK, 0, 0, len(payload), 0, 0)
    return b"".join(head[:12] + struct.pack("<I", serial) + head[16:] + payload for serial in range(1, count + 1))


def once(transport, native, chunks, items):
    """(ns a chunk in all, ns in its tasks)"""
    data = frames(parent.message("f", items), chunks)
    with parent.Worker(FILE, transport, native, ready=False) as worker:
        sender = threading.Thread(target=worker.send_bytes, args=(data,))
        if transport == "ring":
            worker.send_bytes(data)
            worker.start()
        else:
            worker.start()
            sender.start()
        moments = [struct.unpack("<6q", worker.receive().record) for _ in range(chunks)]
        if transport != "ring":
            sender.join()
        worker.end()
    return (moments[-1][5] - moments[0][1]) / chunks, sum(one[4] - one[3] for one in moments) / chunks


def loop(items):
    def f(x):
        return x
    began = time.perf_counter_ns()
    for item in items:
        f(item)
    return (time.perf_counter_ns() - began) / len(items)


def main():
    base = min(loop(LARGE[1]) for _ in range(20 * REPEATED))
    print("a plain loop: %.0f ns an item" % base)
    for transport, native in parent.WAYS:
        small = min(once(transport, native, *SMALL)[0] for _ in range(REPEATED))
        item = min(once(transport, native, *LARGE)[1] for _ in range(REPEATED)) / len(LARGE[1])
        print("%s, %s: %.2f us a chunk of one item; %.0f ns an item in long chunks, %.1f times the loop" % (
            transport, "helper in C" if native else "plain Python", small / 1000, item, item / base))


if __name__ == "__main__":
    main()

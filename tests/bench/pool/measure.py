#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the pool beside its peers: measure.py [--quick] FOLDER_OF_PROGRAMS FILTER > RESULTS.json

Our programs and the peers' script stay running and are asked in turn, one repetition each, so that what else
the machine does meets all alike; the first round only warms up. What is kept is every repetition's seconds.
"""
import json
import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path

PEERS = Path(__file__).resolve().with_name("peers.py")
PYTHON = "/usr/bin/python3"
LIMIT = 60  # s: one repetition that takes longer counts as hanging
QUICK, FULL = 2, 5
SLOW_STARTS = ("start/joblib", "start/spawn", "start/forkserver", "start/multiprocess")  # left out of --quick


class Program:
    """Answers one name with NAME<TAB>SECONDS."""

    def __init__(self, *command):
        self.names = subprocess.run([*command, "--list"], check=True, capture_output=True, text=True).stdout.split()
        self.process = subprocess.Popen(
            [*command, "--serve"], bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # fmt: skip

    def ask(self, name):
        if self.process.poll() is not None:
            return "error: it ended"
        self.process.stdin.write(name.encode() + b"\n")
        line, until = b"", time.monotonic() + LIMIT
        while not line.endswith(b"\n"):
            if not select.select([self.process.stdout], [], [], max(0, until - time.monotonic()))[0]:
                self.process.kill()
                self.process.wait()
                return f"error: no answer in {LIMIT} s"
            if not (part := self.process.stdout.read(4096)):
                return "error: it ended"
            line += part
        answer = line.decode().rstrip("\n").split("\t")[1]
        return answer if answer.startswith("error") else float(answer)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def cpuOf(root):
    """ns of CPU that a process, its threads and its descendants have used."""
    parents, used = {}, {}
    for task in Path("/proc").glob("[0-9]*/task/*"):
        try:
            parents[int(task.name)] = int((task / "stat").read_text().rpartition(")")[2].split()[1])
            process = int(task.parent.parent.name)
            used[process] = used.get(process, 0) + int((task / "schedstat").read_text().split()[0])
        except (OSError, ProcessLookupError):
            continue  # it has just ended
    family = {root}
    while more := {pid for pid in used if parents.get(pid) in family} - family:
        family |= more
    return sum(used.get(pid, 0) for pid in family)


def idle(commands, seconds):
    """{"idle/WHO": [CPU seconds in ten seconds of doing nothing]}, all of them at the same time."""
    pools = {}
    for who, command in commands.items():
        pools[who] = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        pools[who].stdout.readline()
    time.sleep(0.5)
    before = {who: cpuOf(pool.pid) for who, pool in pools.items()}
    time.sleep(seconds)
    found = {}
    for who, pool in pools.items():
        found[f"idle/{who}"] = [(cpuOf(pool.pid) - before[who]) / 1e9 / seconds * 10]
    for pool in pools.values():
        pool.communicate(b"\n")
    return found


def memory(commands):
    """Bytes that the parent had at its peak, and seconds, each in a program of its own."""
    found = {}
    for command in commands:
        for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
            name, figure = line.split("\t")
            found[name] = [float(figure)]
    return found


def inTurns(programs, wanted, repetitions):
    """Each line's programs one after the other, again and again; then the next line."""
    owner = {name: program for program in programs for name in program.names if wanted.search(name)}
    found = {}
    for line in dict.fromkeys(name.partition("/")[0] for name in owner):
        names = [name for name in owner if name.partition("/")[0] == line]
        for repetition in range(-1, repetitions):
            for name in names:
                answer = owner[name].ask(name) if not isinstance(found.get(name), str) else found[name]
                if isinstance(answer, str):
                    found[name] = answer
                    print(f"  {name}: {answer}", file=sys.stderr, flush=True)
                elif repetition >= 0:
                    found.setdefault(name, []).append(answer)
        print(f"  {line}", file=sys.stderr, flush=True)
    return found


def main(arguments):
    quick = "--quick" in arguments
    folder, filter_ = arguments[-2:]
    ours, wanted, began = os.path.join(folder, "bench_pool"), re.compile(filter_), time.time()
    programs = [Program(ours), Program(os.path.join(folder, "bench_threads")), Program(PYTHON, PEERS)]
    blind = os.path.join(folder, "bench_pool_blind")
    if os.path.exists(blind):
        programs.append(Program(blind))
    found = {"load": os.getloadavg(), "quick": quick, "cpus": len(os.sched_getaffinity(0))}
    for program in programs:
        program.names = [name for name in program.names if not (quick and name in SLOW_STARTS)]
    found |= inTurns(programs, wanted, QUICK if quick else FULL)
    for program in programs:
        program.end()
    if wanted.search("idle"):
        commands = {"ours": [ours, "--idle"], "multiprocessing": [PYTHON, PEERS, "--idle", "multiprocessing"]}
        found |= idle(commands, 3 if quick else 10)
    if wanted.search("memory") and not quick:
        found |= memory([[ours, "--memory"], [PYTHON, PEERS, "--memory", "multiprocessing"]])
    print(json.dumps(found | {"seconds": time.time() - began}, indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])

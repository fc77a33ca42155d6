# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What fuzzing the trace reader begins with: make_trace_seeds.py FOLDER, or make_trace_seeds.py --dictionary.

Small programs are run under the tracer; what they wrote is told as the steps of trace_fuzz.cpp, in the order in which
it happened, read once in the middle. Each file has the SHA-1 of its bytes for a name.
"""
import glob
import hashlib
import json
import os
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "python"))
import traced

LONGEST = 4096  # as tests/fuzz/run has it
FIRST = 4200000  # traced_files.cpp
USED = 64, 128, 136, 144  # what of a header is written after the magic: see core/trace/README.md
PLAIN = {"argv": ["a.py"], "file": "a.py", "executable": "python3"}  # wherever it was made
PROGRAMS = (
    "with multiprocessing.Pool(2) as pool: pool.map(f, range(4), chunksize=2); list(pool.imap(f, range(3)))",
    "with multiprocessing.Pool(1, maxtasksperchild=1) as pool: [pool.apply_async(f, (i,)).get() for i in range(2)]",
    "with multiprocessing.Pool(1) as pool: quietly(pool.map, f, [1, lambda: 0])",
    "with multiprocessing.Pool(1) as pool: quietly(pool.apply, result); quietly(pool.apply, fail)",
    "pool = multiprocessing.Pool(1); pool.apply_async(die); time.sleep(0.5); pool.terminate(); pool.join()",
    "with futures.ProcessPoolExecutor(2) as pool: list(pool.map(f, range(4)))",
    "with futures.ProcessPoolExecutor(1) as pool: quietly(pool.submit(die).result)",
)  # fmt: skip
COMMON = """
import multiprocessing, os, signal, time
from concurrent import futures
def f(x): return x
def fail(): raise ValueError("no")
def result(): return lambda: 0
def die(): os.kill(os.getpid(), signal.SIGKILL)
def quietly(call, *args):
    try: call(*args)
    except Exception: pass
"""
WORDS = ("what", "process", "pool", "call", "call_end", "worker", "worker_exit", "pickle_failed", "pool_end", "not_traced",
         "t", "pid", "parent", "job", "index", "workers", "exitcode", "kind", "start_method", "api", "function", "site",
         "direction", "error", "why", "items", "chunksize", "continues", "paths", "path", "type", "bytes", "cures",
         "multiprocessing.Pool", "concurrent.futures", "argument", "result", "__main__.")  # fmt: skip
TOKENS = ("L\0{", "}\n", '":', ',"', "[{", "}]", "null", "-9", "18446744073709551615", "4294967295", "4611686018427387903",
          "5000000000", str(FIRST), str(FIRST + 1), "R\0", "R\1", "H\0", "H\1", "T\0", "E", "L\0", "L\1", "PSTRACE1",
          "\1\1\1\0", "\2\0\1\0", "\3\0\1\0")  # fmt: skip


def steps(folder):
    """(when, step) of all that the program's processes wrote."""
    pids = sorted({traced.writer(name) for name in glob.glob(os.path.join(folder, "*.*.*"))})
    numbers = {pid: number for number, pid in enumerate(pids)}
    for name in glob.glob(os.path.join(folder, "*.jsonl")):
        for line in Path(name).read_text().splitlines():
            fields = json.loads(line)
            fields.update({key: FIRST + numbers.get(fields[key], 9) for key in ("pid", "parent") if key in fields})
            fields.update({key: value for key, value in PLAIN.items() if key in fields})
            text = json.dumps(fields, separators=(",", ":")).encode() + b"\n"
            yield fields["t"], b"L" + bytes([numbers[traced.writer(name)]]) + text
    for name in glob.glob(os.path.join(folder, "*.ring")):
        data = Path(name).read_bytes()
        process = bytes([numbers[traced.writer(name)]])
        written, = struct.unpack_from("<Q", data, USED[0])
        latest = 0
        for at in range(4096, 4096 + 64 * written, 64):
            latest, = struct.unpack_from("<Q", data, at + 16)
            yield latest, b"R" + process + data[at:at + 64]
        for at in USED[1:]:
            yield latest + 1, b"H" + process + bytes([at // 8]) + data[at:at + 8]


def seed(program):
    folder = tempfile.mkdtemp(dir=traced.SCRATCH)
    script = Path(tempfile.mkdtemp(dir=traced.SCRATCH), "a.py")
    script.write_text(COMMON + 'if __name__ == "__main__":\n    ' + program + "\n")
    subprocess.run([sys.executable, script], env=traced.environment(True, folder), check=True)
    told = [step for _, step in sorted(steps(folder))]
    return b"".join(told[:len(told) // 2]) + b"E" + b"".join(told[len(told) // 2:])


def line(process, **fields):
    return b"L" + bytes([process]) + json.dumps(fields).encode() + b"\n"


def record(process, kind, index, begin, *durations, count=1):
    padded = (*durations, 0, 0, 0, 0, 0, 0)[:6]
    return b"R" + bytes([process]) + struct.pack("<BBHIIIQQQ6f", kind, 0, 1, 0, index, count, begin, 1, 1, *padded)


def written():
    """By hand: what no tracer writes."""
    last, most = (1 << 60) - 1, (1 << 64) - 1
    pool = {"what": "pool", "pool": 1, "workers": 1, "kind": "multiprocessing.Pool"}
    worker = line(1, what="worker", t=100, pool=1, parent=FIRST)
    holds = b"".join(b"H\1" + bytes([at // 8]) + struct.pack("<Q", value) for at, value in ((136, most), (144, last), (128, most << 32 & most | 1)))
    died = line(0, what="worker_exit", t=last, pool=1, pid=FIRST + 1, exitcode=-9)
    yield line(0, t=last, **pool) + worker + holds + b"E" + died
    call = {"what": "call", "t": 1, "pool": 1, "items": most, "chunksize": most, "api": "map", "function": "f"}
    yield line(0, t=1, **pool) + worker + line(0, job=0, **call) + line(0, job=1, continues=0, **call) + holds + b"E" + died
    sides = [(record(0, 1, i, 9), record(1, 2, i, last, *[9e16] * 6, count=most >> 32), record(0, 3, i, 9)) for i in range(9)]
    yield line(0, t=1, **pool) + worker + b"".join(map(b"".join, sides))
    yield record(0, 1, 0, 1) + b"H\0\2" + struct.pack("<Q", 1 << 20) + b"H\0\x08" + struct.pack("<Q", most) + b"T\0\xff\xffEE"
    yield line(0, t=1, **pool) + b"L\0" + b"[" * 2000 + b"\nG\0\5" + b'{"wha'


def dictionary():
    print("# Words of the tracer's lines, and how the steps of trace_fuzz.cpp begin; by make_trace_seeds.py.")
    for number, token in enumerate(['"' + word + '"' for word in WORDS] + list(TOKENS)):
        print('token%d="%s"' % (number, "".join("\\x%02x" % byte for byte in token.encode())))


def main(folder):
    if folder == "--dictionary":
        return dictionary()
    for made in [*map(seed, PROGRAMS), *written()]:
        if len(made) <= LONGEST:
            (Path(folder) / hashlib.sha1(made).hexdigest()).write_bytes(made)


if __name__ == "__main__":
    main(sys.argv[1])

# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs Python programs with and without the tracer, for the tests: what they say, and what was recorded."""
import atexit
import collections
import glob
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import sysconfig
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.join(HERE, "..", "..", "resources", "python", "poolscope_trace")
SCRATCH = tempfile.mkdtemp(prefix="poolscope-traced-")
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

Run = collections.namedtuple("Run", "code out err lines records")
Record = collections.namedtuple("Record", "pid kind flags pool job index count begin bytes answer durations")
_built = {}


def package(native):
    """A folder with a copy of the tracer, with its C helper or without."""
    if native not in _built:
        folder = os.path.join(SCRATCH, "native" if native else "pure")
        shutil.copytree(PACKAGE, os.path.join(folder, "poolscope_trace"),
                        ignore=shutil.ignore_patterns("__pycache__", "*.so"))
        if native:
            build(os.path.join(folder, "poolscope_trace"))
        _built[native] = folder
    return _built[native]


def build(folder):
    subprocess.run(["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-Wno-missing-field-initializers",
                    "-Wno-cast-function-type", "-shared", "-fPIC", "-DPy_LIMITED_API=0x03080000",
                    "-I" + sysconfig.get_paths()["include"], os.path.join(folder, "native.c"),
                    "-o", os.path.join(folder, "_native.abi3.so")], check=True)


def environment(native, folder, **more):
    return {**os.environ, "PYTHONPATH": os.path.join(package(native), "poolscope_trace", "site"),
            "POOLSCOPE_TRACE_DIR": folder, "PYTHONHASHSEED": "0", **more}


def run(arguments, native=None, limit=120, **more):
    """Runs `python3 arguments`: without the tracer where native is None, else with it, and with its C helper or not."""
    folder = tempfile.mkdtemp(dir=SCRATCH)
    env = {**os.environ, "PYTHONHASHSEED": "0", **more} if native is None else environment(native, folder, **more)
    done = subprocess.run([sys.executable, *arguments], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, timeout=limit)
    lines, records = read(folder)
    return Run(done.returncode, plain(done.stdout), plain(done.stderr), lines, records)


def plain(said):
    """Text without what differs from run to run."""
    return re.sub(r"0x[0-9a-f]+", "0x…", said.decode())


def read(folder):
    """All lines and all records of a trace folder."""
    lines = []
    for name in sorted(glob.glob(os.path.join(folder, "*.jsonl"))):
        with open(name, encoding="utf-8") as file:
            lines += [dict(json.loads(line), writer=writer(name)) for line in file]
    records = []
    for name in sorted(glob.glob(os.path.join(folder, "*.ring"))):
        records += read_ring(name)
    return lines, records


def writer(name):
    return int(os.path.basename(name).split(".")[0])


def read_ring(name):
    with open(name, "rb") as file:
        data = file.read()
    if data[:8] in (b"", bytes(8)):  # its process was killed before it had made it
        return []
    magic, version, size, capacity = struct.unpack_from("<8sIIQ", data)
    assert (magic, version, size) == (b"PSTRACE1", 1, 64), (magic, version, size)
    written, = struct.unpack_from("<Q", data, 64)
    records = []
    for n in range(max(0, written - capacity), written + 1):
        *fields, d0, d1, d2, d3, d4, d5 = struct.unpack_from("<BBHIIIQQQ6f", data, 4096 + n % capacity * size)
        records.append(Record(writer(name), *fields, (d0, d1, d2, d3, d4, d5)))
    # A worker that was killed right after it had sent its answer has left its last record unpublished.
    last = records.pop()
    if last.kind == 2 and last.begin > max([one.begin for one in records], default=0):
        records.append(last)
    return records

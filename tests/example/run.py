#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs the library, moves it elsewhere, and builds and runs the example against it.

    run.py CMAKE BUILD_FOLDER COMPILER
"""
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent


def call(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stdout, done.stderr, sep="\n")
        sys.exit(f"{words[0]} {words[1]} ended with {done.returncode}")
    return done.stdout


def main(cmake, built, compiler):
    with tempfile.TemporaryDirectory() as folder:
        first, then = pathlib.Path(folder) / "first", pathlib.Path(folder) / "then"
        call(cmake, "--install", built, "--prefix", first, "--component", "development")
        first.rename(then)  # what was installed knows no place of its own
        work = pathlib.Path(folder) / "build"
        call(cmake, "-S", HERE, "-B", work, f"-DCMAKE_PREFIX_PATH={then}",
             f"-DCMAKE_CXX_COMPILER={compiler}", "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror")
        call(cmake, "--build", work)
        os.environ["POOLSCOPE_WORKER"] = "/nowhere"  # the example is its own worker
        said = call(work / "example", "plain")
    wanted = (HERE / "expected.txt").read_text()
    if said != wanted:
        sys.exit(f"the example said\n{said}\nand not\n{wanted}")


if __name__ == "__main__":
    main(*sys.argv[1:])

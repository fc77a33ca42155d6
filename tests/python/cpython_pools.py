#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs CPython's own tests of multiprocessing.Pool without the tracer and with it, and says which end differently.

    cpython_pools.py [fork spawn forkserver] [--all]     fork and spawn where nothing is said; --all: the whole files
"""
import re
import subprocess
import sys
import tempfile

import traced

CLASSES = ("WithProcessesTestPool", "WithManagerTestPool", "WithThreadsTestPool", "WithProcessesTestPoolWorkerErrors",
           "WithProcessesTestPoolWorkerLifetime", "TestPoolNotLeakOnFailure", "WithProcessesTestQueue",
           "WithProcessesTestConnection")
SKIPPED_EXIT = 77


def names(method, everything):
    module = "test.test_multiprocessing_" + method
    there = subprocess.run([sys.executable, "-c", "import %s as m; print(*dir(m))" % module], stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL)
    if there.returncode:
        return None
    found = there.stdout.decode().split()
    return [module] if everything else ["%s.%s" % (module, one) for one in CLASSES if one in found]


def outcomes(tests, env):
    """{test: how it ended}."""
    done = subprocess.run([sys.executable, "-m", "unittest", "-v", *tests], env=env, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=1500)
    said = done.stdout.decode(errors="replace")
    return dict(re.findall(r"^(test\w* \([\w.]+\)).*?\.\.\. .*?(ok|FAIL|ERROR|skipped|expected failure)", said,
                           re.MULTILINE | re.DOTALL))


def main():
    methods = [one for one in sys.argv[1:] if not one.startswith("-")] or ["fork", "spawn"]
    differences = 0
    for method in methods:
        tests = names(method, "--all" in sys.argv)
        if not tests:
            print("%s: CPython's tests are not installed" % method)
            return SKIPPED_EXIT
        plain = outcomes(tests, None)
        for native in (True, False):
            with tempfile.TemporaryDirectory(dir=traced.SCRATCH) as folder:
                found = outcomes(tests, traced.environment(native, folder))
                _, records = traced.read(folder)
            different = sorted(one for one in plain.keys() | found.keys() if plain.get(one) != found.get(one))
            differences += len(different) + (not plain) + (not records)
            print("%s, %s: %d tests, %d ok without the tracer, %d with it, %d records; %d differ" % (
                method, "C helper" if native else "Python alone", len(plain), list(plain.values()).count("ok"),
                list(found.values()).count("ok"), len(records), len(different)), flush=True)
            for one in different:
                print("    %s: %s without, %s with" % (one, plain.get(one), found.get(one)))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())

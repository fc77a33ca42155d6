# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Says what of a file can be run: its functions, and its inputs."""
import os
import pickle
import sys

from . import functions, inputs, load_file, start


def describe(path, out):
    """Writes one pickle of builtin types to the descriptor."""
    refusal = load_file.load(path)
    module = sys.modules["__main__"]
    told = {"python": "%d.%d.%d" % sys.version_info[:3], "executable": sys.executable,
            "helper": start.helper() is not None, "functions": [], "inputs": [], "error": None}
    if refusal is not None:
        kind, text, _, where = refusal
        told["error"] = {"kind": kind, "text": text, "where": where}
    else:
        told["functions"] = functions.describe(module)
        told["inputs"] = inputs.describe(module)
    write_all(out, pickle.dumps(told, 4))


def write_all(out, data):
    data = memoryview(data)
    while data:
        data = data[os.write(out, data):]

# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""`python3 poolscope_worker …`, the folder or this file, as its parent starts it."""
import os
import sys


def _command():
    """The package's own modules. On the path they come last: whatever the user has wins."""
    folder = os.path.dirname(os.path.abspath(__file__))
    packages = os.path.dirname(folder)
    if sys.path and os.path.abspath(sys.path[0]) == folder:
        del sys.path[0]
    sys.path.insert(0, packages)
    try:
        from poolscope_worker import command
    finally:
        sys.path.remove(packages)
        sys.path.append(packages)  # for what messages name: poolscope.ChunkOutcomes, poolscope.jobs
    return command


if __name__ == "__main__":
    sys.exit(_command().main(sys.argv[1:]))

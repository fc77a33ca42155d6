# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""What the command line asks for: to serve as worker, to describe a file, or to give its items."""
import os
import sys

_USAGE = """poolscope_worker is started by Poolscope:
  --poolscope-worker PROTOCOL TRANSPORT INDEX OUTOFBAND LANES FILE
  describe FILE
  input FILE NAME
"""


def main(arguments):
    asked = arguments[:1]
    if asked == ["--poolscope-worker"] and len(arguments) == 7:
        from . import start

        return start.start(*arguments[1:])
    if asked == ["describe"] and len(arguments) == 2:
        return _of_file(arguments[1], lambda out: _describe(arguments[1], out))
    if asked == ["input"] and len(arguments) == 3:
        return _of_file(arguments[1], lambda out: _input(arguments[1], arguments[2], out))
    sys.stderr.write(_USAGE)
    return 2


def _of_file(path, tell):
    """Tells to the standard output that was given; what the file prints goes to stderr meanwhile."""
    if not os.path.isfile(path):
        what = "is a folder, not a Python file" if os.path.isdir(path) else "does not exist"
        sys.stderr.write("%s %s.\n" % (path, what))
        return 2
    out = os.dup(1)
    os.dup2(2, 1)
    try:
        tell(out)
    except BrokenPipeError:  # whoever asked has heard enough
        pass
    from . import start

    start.leave()


def _describe(path, out):
    from . import describe

    describe.describe(os.path.abspath(path), out)


def _input(path, name, out):
    from . import inputs

    inputs.write_items(os.path.abspath(path), name, out)

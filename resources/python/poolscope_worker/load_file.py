# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Loads the user's file as multiprocessing's spawned workers load the main file: as a module that is not run."""
import os
import sys
from types import ModuleType

from . import guard

_POOL_AT_IMPORT = ("it starts a pool or a process when it is imported, as each worker does. Put that under "
                   "`if __name__ == \"__main__\":`.")


def load_nothing():
    """No file: an empty main module, since tasks must not find ours."""
    _become_main(ModuleType("__mp_main__"))


def load(path):
    """None, or the failure of every task where the file cannot be loaded."""
    module = ModuleType("__mp_main__")
    module.__file__ = path
    _become_main(module)
    sys.argv[:] = [path]
    sys.path.insert(0, os.path.dirname(path))
    watch = guard.Guard()
    try:
        with watch:
            with open(path, "rb") as file:
                text = file.read()
            exec(compile(text, path, "exec", dont_inherit=True), module.__dict__)
    except BaseException as error:
        from . import failures

        kind, said, _, where = failures.failure(error)
        said = _POOL_AT_IMPORT if watch.refused else said
        return kind, "%s cannot be loaded: %s" % (path, said), "", where
    return None


def _become_main(module):
    sys.modules["__main__"] = sys.modules["__mp_main__"] = module

# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Follows the process pools of the Python program that runs it, and never changes what that program does.

start() loads nothing but itself: the modules that have pools are patched when, and only when, the program imports
them.
"""
import sys

# The module with pools: the module here that patches it.
_PATCHES = {
    "multiprocessing.pool": "pools",
    "multiprocess.pool": "pools",
    "concurrent.futures.process": "executors",
    "joblib.externals.loky.process_executor": "executors",
    "loky.process_executor": "executors",
}
_started = False


def start():
    """Follows the pools of this process from now on; to be called once, more often does no harm."""
    global _started
    if _started:
        return
    _started = True
    # Now, for its after-fork hook, and while the trace folder is in the environment.
    __import__(__name__ + ".ring")
    for name in _PATCHES:
        if name in sys.modules:
            _patch(sys.modules[name])
    sys.meta_path.insert(0, _Finder)


def _patch(module):
    """Has the module patched; what goes wrong leaves it as it is, and is told in one line."""
    try:
        patches = __import__(__name__ + "." + _PATCHES[module.__name__], fromlist=["patch"])
        patches.patch(module)
    except Exception as error:
        from . import ring

        ring.line("not_traced", why="%s: %s: %s" % (module.__name__, type(error).__name__, error))


class _Finder:
    """Lets the other finders find, and stands in for the loader of a module that has pools."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name not in _PATCHES:
            return None
        for finder in sys.meta_path:
            if finder is _Finder or not hasattr(finder, "find_spec"):
                continue
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                if hasattr(spec.loader, "exec_module"):
                    spec.loader = _Loader(spec.loader)
                return spec
        return None


class _Loader:
    """Runs the module by its own loader, gives that back to it, then patches."""

    def __init__(self, loader):
        self._loader = loader

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = self._loader
        module.__loader__ = self._loader
        self._loader.exec_module(module)
        _patch(module)

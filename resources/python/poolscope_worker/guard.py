# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""A file that starts processes when it is imported would start them in each worker, and they in theirs.

multiprocessing refuses that in its own spawned workers while they load the main file. Here it is made to refuse as well,
but only once the file imports it: importing it for nothing would cost each worker's start some milliseconds.
"""
import sys

_WATCHED = ("multiprocessing.process", "multiprocess.process")  # and what builds on them: executors, joblib, loky
_TEXT = "A process is started while the main file of a worker is still being imported."


class Guard:
    """In its `with` no process can be started. `refused`: one was to be."""

    def __init__(self):
        self.refused = False
        self._watched = []
        self._is_looking = False

    def __enter__(self):
        sys.meta_path.insert(0, self)
        for name in _WATCHED:
            if name in sys.modules:
                self._watch(sys.modules[name])
        return self

    def __exit__(self, *_):
        if self in sys.meta_path:
            sys.meta_path.remove(self)
        for process, start in self._watched:
            process.BaseProcess.start = start
            process.current_process().__dict__.pop("_inheriting", None)

    def find_spec(self, name, path=None, target=None):
        """For the import system: the module as any other finder has it, looked at once it is loaded."""
        if name not in _WATCHED or self._is_looking:
            return None
        self._is_looking = True
        try:
            spec = next(filter(None, (_asked(finder, name, path, target) for finder in sys.meta_path)), None)
        finally:
            self._is_looking = False
        if spec is not None and hasattr(spec.loader, "exec_module"):
            self._follow(spec.loader)
        return spec

    def _follow(self, loader):
        run = loader.exec_module

        def exec_module(module):
            del loader.exec_module
            run(module)
            self._watch(module)

        loader.exec_module = exec_module

    def _watch(self, process):
        """`_inheriting` is what others look at who start processes in ways of their own."""
        def start(_):
            self.refused = True
            raise RuntimeError(_TEXT)

        self._watched.append((process, process.BaseProcess.start))
        process.BaseProcess.start = start
        process.current_process()._inheriting = True


def _asked(finder, name, path, target):
    find = getattr(finder, "find_spec", None)
    return find(name, path, target) if find is not None else None

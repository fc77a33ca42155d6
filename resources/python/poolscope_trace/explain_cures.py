# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""What helps where an object cannot be pickled, in the order in which a reader should try."""
import os
import types

from . import names

_BY_VALUE = "Let dill or cloudpickle carry functions by value: multiprocess.Pool, or joblib and loky."
_IN_WORKER = ("Make the %s in each worker (initializer=…) and send only what it is made of.")
_CURES = 12
_MACHINERY = ("concurrent.futures.", "multiprocessing.", "multiprocess.", "joblib.", "loky.")
_LIBRARY = os.path.dirname(os.__file__) + os.sep
_OF_WORKER = ("_thread.lock", "_thread.RLock", "socket.socket", "_io.TextIOWrapper", "_io.BufferedReader",
              "_io.BufferedWriter", "_io.BufferedRandom", "_io.FileIO", "sqlite3.Connection")


def owner_at(walk, path):
    """Where on a path the nearest object of the program's lies one of whose attributes leads to its end, or None."""
    for at in range(len(path) - 2, -1, -1):
        label, node = path[at + 1][0], path[at][1]
        if label[0] == "." and any(name == label[1] for name, _ in walk.states.get(node, ())):
            return None if names.module(type(walk.objects[node])).startswith(_MACHINERY) else at
    return None


def cures(walk, error):
    """Sentences, each once."""
    told = []
    for culprit in walk.culprits:
        path = next(iter(walk.paths_to(culprit, 1)), [])
        for sentence in _for_one(walk, culprit, path, error):
            if sentence not in told and len(told) < _CURES:
                told.append(sentence)
    return told


def _for_one(walk, culprit, path, error):
    thing = walk.objects[culprit]
    if isinstance(error, RecursionError) and culprit == walk.deepest:
        return ["Send flat data: a list of parts in the place of parts within parts.",
                "Raise the limit with sys.setrecursionlimit(…) in the parent, where it is a little too low only."]
    return _for_itself(thing, walk.texts[culprit]) + _for_owner(walk, path) + _for_methods(walk, path)


def _for_itself(thing, text):
    kind = type(thing)
    if kind is types.FunctionType:
        name = names.function_name(thing)
        what = "the lambda" if name.endswith("<lambda>") else "`%s`" % name
        return ["Put a function at the top level of a module (def) in the place of %s." % what, _BY_VALUE]
    if issubclass(kind, type):
        return ["Move the class `%s` to the top level of its module." % names.qualname(thing), _BY_VALUE]
    if kind in (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType):
        return ["Send list(…) of the generator, or make it in the worker."]
    if names.full_name(kind) in _OF_WORKER:
        return [_IN_WORKER % names.qualname(kind).strip("_")]
    for name in ("__reduce_ex__", "__reduce__", "__getstate__"):
        method = vars(kind).get(name)
        if type(method) is types.FunctionType and not method.__code__.co_filename.startswith(_LIBRARY):
            return ["Mend %s.%s: %s." % (names.qualname(kind), name, text)]
    return []


def _for_owner(walk, path):
    at = owner_at(walk, path)
    if at is None:
        return []
    owner, name = type(walk.objects[path[at][1]]), path[at + 1][0][1]
    if issubclass(owner, (types.FunctionType, type)):
        return []
    cls = names.qualname(owner)
    return ["Give %s a __getstate__ that leaves `%s` out of the state." % (cls, name),
            "Register a reducer for %s: copyreg.pickle(%s, …)." % (cls, cls)]


def _for_methods(walk, path):
    called = [names.function_name(walk.objects[node]) for _, node in path
              if type(walk.objects[node]) is types.MethodType]
    return ["Use a function at the top level of a module in the place of the bound method `%s`: its object would not "
            "travel." % name for name in called]

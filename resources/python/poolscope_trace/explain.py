# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Says why an object cannot be pickled: every path to what is refused, how big its neighbours are, and what helps."""
import pickle
import time
import types

from . import explain_cures, names
from .explain_walk import Walk

_PATHS = 16
_WAYS = 4
_NEIGHBOURS = 16
_SEGMENTS = 24
_SIZE_LIMIT = 64 * 1024 * 1024
_MARKED = (types.MethodType, types.FunctionType)


def explain(obj, error, budget_s=0.2, pickler=None, prefix="task"):
    """Why `pickler(file).dump(obj)` raised `error`, as text only.

    `pickler` is the class that refused, pickle.Pickler where it is None. Takes `budget_s` seconds at most, but for one
    __reduce__ or __getstate__ of the program that is under way then; what it has by then carries "incomplete". Never
    raises, but for a KeyboardInterrupt that is the user's own.
    """
    told = {"error": "", "paths": [], "cures": []}
    try:
        told["error"] = names.error_text(error)
        walk = Walk(pickler or pickle.Pickler, time.monotonic() + budget_s)
        walk.run(obj)
        if not walk.culprits:
            _without_culprit(walk, obj, error, told["error"])
        told["paths"] = _paths(walk, prefix)
        told["cures"] = explain_cures.cures(walk, error)
        told["paths"] += _neighbours(walk, prefix)
        if walk.incomplete:
            told["incomplete"] = True
    except KeyboardInterrupt:
        raise
    except BaseException:
        told["incomplete"] = True
    return told


def _without_culprit(walk, obj, error, text):
    """Where each part alone can be pickled: too deep, or the whole is refused."""
    if isinstance(error, RecursionError) and walk.deepest is not None:
        walk.refuse(walk.objects[walk.deepest], "%d levels deep: %s" % (walk.depth, text))
    elif not walk.incomplete and id(obj) in walk.objects:
        walk.refuse(obj, text)


def _paths(walk, prefix):
    told, further = [], []
    for culprit in walk.culprits[:_PATHS]:
        kind = names.full_name(type(walk.objects[culprit]))
        for number, path in enumerate(walk.paths_to(culprit, _WAYS)):
            entry = {"path": _rendered(walk, path, prefix), "type": kind, "bytes": None, "text": walk.texts[culprit]}
            (further if number else told).append(entry)
    return (told + further)[:2 * _PATHS]


def _rendered(walk, path, prefix):
    parts = [prefix + _mark(walk.objects[path[0][1]])]
    parts += [_label(label) + _mark(walk.objects[node]) for label, node in path[1:]]
    if len(parts) > 2 * _SEGMENTS:
        parts[_SEGMENTS:-_SEGMENTS] = ["…"]
    return "".join(parts)


def _label(label):
    sort, key = label
    if sort == ".":
        return "." + key if type(key) is str else "[" + names.key_text(key) + "]"
    if sort == "[":
        return "[" + names.key_text(key) + "]"
    return {"{": "{…}", "key": ".keys()[%s]" % key, "raw": key}[sort]


def _mark(thing):
    return "<" + names.function_name(thing) + ">" if type(thing) in _MARKED else ""


def _neighbours(walk, prefix):
    """The attributes beside each culprit that can travel, with their bytes."""
    told, seen = [], set()
    for culprit in walk.culprits[:_PATHS]:
        path = next(iter(walk.paths_to(culprit, 1)), [])
        at = explain_cures.owner_at(walk, path)
        if at is None or path[at][1] in seen or type(walk.objects[path[at][1]]) in _MARKED:
            continue
        seen.add(path[at][1])
        beside = _rendered(walk, path[:at + 1], prefix)
        for name, value in walk.states[path[at][1]][:_NEIGHBOURS]:
            if time.monotonic() > walk.deadline:
                walk.incomplete = True
                return told
            size = walk.size(value, _SIZE_LIMIT) if id(value) not in walk.texts else None
            if size is not None:
                told.append({"path": beside + "." + name, "type": names.full_name(type(value)), "bytes": size,
                             "text": ""})
    return told

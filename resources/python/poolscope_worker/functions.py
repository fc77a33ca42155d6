# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""The functions of a user's module, and how each can travel to a worker."""
import functools
import inspect
import pickle
import sys
import types

from . import carrying, explaining

_PLAIN = (bool, int, float, str)
_BY_NAME = (types.FunctionType, types.BuiltinFunctionType)
_PATH = "task[3][0][0]"  # where a function stands in a message
_AT_TOP = "Write it with def at the top level of the file"
_BY_VALUE = "install dill or cloudpickle for %s, which carry functions by value" % sys.executable


def describe(module):
    """Of each callable at the top level of the module that was made there, in order."""
    told = []
    for name, thing in list(vars(module).items()):
        try:
            if not name.startswith("_") and _is_own(thing, module) and not _is_input(thing):
                told.append(_described(name, thing))
        except Exception:  # an object that does odd things when it is looked at
            continue
    return told


def _described(name, thing):
    items, parameters = _parameters(thing)
    carried, refusal = _luggage(thing)
    return {"name": name, "summary": _summary(thing), "line": _line(thing), "items": items, "parameters": parameters,
            "carried": carried, "refusal": refusal}


def inner(thing):
    """The function behind what was wrapped around it."""
    for _ in range(64):
        if isinstance(thing, functools.partial):
            thing = thing.func
        elif isinstance(thing, types.MethodType):
            thing = thing.__func__
        elif callable(getattr(thing, "__wrapped__", None)):
            thing = thing.__wrapped__
        else:
            break
    return thing


def _is_own(thing, module):
    if isinstance(thing, type) or not callable(thing):
        return False
    if isinstance(thing, types.MethodType):
        return _is_of(type(thing.__self__), module) or _is_of(thing.__func__, module)
    if isinstance(thing, functools.partial):
        return True  # made here, whatever it calls; one that was imported cannot be told from it
    if isinstance(thing, _BY_NAME) or hasattr(thing, "__wrapped__"):
        return _is_of(thing, module) or _is_of(inner(thing), module) or _is_made_by_factory(thing)
    return _is_of(type(thing), module)


def _is_of(thing, module):
    return getattr(thing, "__module__", None) == module.__name__


def _is_made_by_factory(thing):
    """Another module's function made it, and that module does not have it: a decorator that does not say what it wraps."""
    home = sys.modules.get(getattr(thing, "__module__", None))
    return (home is not None and "<locals>" in getattr(thing, "__qualname__", "")
            and not any(thing is other for other in vars(home).values()))


def _is_input(thing):
    function = inner(thing)
    return inspect.isgeneratorfunction(function) and not _signature(thing)


def _signature(thing):
    try:
        return list(inspect.signature(thing).parameters.values())
    except (TypeError, ValueError):  # of some functions in C nobody knows
        return [inspect.Parameter("item", inspect.Parameter.POSITIONAL_ONLY)]


def _parameters(thing):
    """How many items a call takes, and what else can be set."""
    items, any_number, parameters = 0, False, []
    for one in _signature(thing):
        if one.kind is one.VAR_POSITIONAL:
            any_number = True
        elif one.default is one.empty and one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD):
            items += 1
        elif type(one.default) in _PLAIN and one.kind is not one.POSITIONAL_ONLY:
            parameters.append({"name": one.name, "default": one.default})
    return items or int(any_number), parameters


def _summary(thing):
    for one in (thing, inner(thing)):
        text = getattr(one, "__doc__", None)
        if isinstance(text, str) and text.strip() and text is not getattr(type(one), "__doc__", None):
            return text.strip().splitlines()[0].strip()
    return ""


def _line(thing):
    code = getattr(inner(thing), "__code__", None) or getattr(getattr(type(thing), "__call__", None), "__code__", None)
    return code.co_firstlineno if code is not None else 0


def _luggage(thing):
    """(carried, refusal): both None where it travels by its name."""
    try:
        data = pickle.dumps(thing, 4)
    except BaseException as error:
        if _can_go_by_value(thing):
            return _by_value(thing, error)
        return None, _refused(thing, error)
    if isinstance(thing, (functools.partial, types.MethodType)) or not _is_global(data):
        return ("pickle", data), None
    return None, None


def _is_global(data):
    """Is it a pickle of a name and no more?"""
    opcodes = {data[-2:-1]} | {data[-3:-2]}
    return pickle.STACK_GLOBAL in opcodes


def _can_go_by_value(thing):
    """dill and cloudpickle help functions; an object that refuses to travel refuses them too."""
    return not isinstance(thing, types.MethodType) and isinstance(inner(thing), types.FunctionType)


def _by_value(thing, error):
    carried, why = carrying.dump(thing)
    if carried is not None:
        return carried, None
    refusal = _refused(thing, error)
    if not why:
        refusal["text"] += " " + _AT_TOP + ", or " + _BY_VALUE + "."
    for how, failed in why.items():
        refusal["text"] += " %s cannot carry it either: %s." % (how, str(failed).rstrip("."))
    return None, refusal


def _refused(thing, error):
    told = explaining.explain(thing, error, _PATH)
    culprit = next((one for one in told["paths"] if one["text"]), None)
    if culprit is None:
        return {"text": "It cannot be pickled: %s." % str(error).rstrip("."), "path": _PATH}
    text = "%s cannot be pickled: %s." % (culprit["type"], culprit["text"].rstrip("."))
    if isinstance(thing, types.MethodType):
        text = " ".join([text] + told["cures"])
    return {"text": text, "path": culprit["path"]}

# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""What a pickler would save of one object: its parts, each with the label that a reader of Python would give it.

Parts come as (id of the object, label, part), and now and then None, where only time went by.
"""
import copyreg
import functools
import pickle
import sys
import types

from . import names

_PAUSE = 2048
# These reducers duplicate a descriptor that somebody must fetch: run once more, they would leak it.
_OF_HANDLES = ("reduce_connection", "reduce_socket", "reduce_arena", "reduce_pipe_connection")


def items(thing, atoms):
    owner = id(thing)
    for number, item in enumerate(thing):
        if type(item) not in atoms:
            yield owner, ("[", number), item
        elif not number % _PAUSE:
            yield None


def entries(thing, atoms):
    owner = id(thing)
    for number, (key, value) in enumerate(dict.items(thing)):
        if type(key) not in atoms:
            yield owner, ("key", number), key
        if type(value) not in atoms:
            yield owner, ("[", key), value
        elif not number % _PAUSE:
            yield None


def elements(thing):
    owner = id(thing)
    for item in thing:
        yield owner, ("{", None), item


def reduced(thing, value):
    """The parts of (function, arguments, state, items, pairs, setter)."""
    owner = id(thing)
    kind = type(thing)
    function, arguments = value[0], value[1]
    state, listed, pairs = (tuple(value[2:5]) + (None, None, None))[:3]
    if kind is types.MethodType and len(arguments) == 2:
        yield owner, (".", "__self__"), arguments[0]
        return
    if issubclass(kind, functools.partial):
        yield from _partial(thing, value)
        return
    if kind is types.CellType and len(arguments) == 1:
        yield owner, (".", "cell_contents"), arguments[0]
        return
    yield from _call(thing, kind, function, arguments)
    if len(value) == 6:
        yield owner, ("raw", ".__reduce__()[5]"), value[5]
    if state is not None:
        yield from _state(owner, state)
    for number, item in enumerate(listed if listed is not None else ()):
        yield owner, ("[", number), item
    for number, (key, item) in enumerate(pairs if pairs is not None else ()):
        yield owner, ("key", number), key
        yield owner, ("[", key), item


def _call(thing, kind, function, arguments):
    owner = id(thing)
    if function in (copyreg.__newobj__, copyreg.__newobj_ex__) if type(function) is types.FunctionType else False:
        yield owner, (".", "__class__"), arguments[0]
        arguments = arguments[1:]
        label = "[" if issubclass(kind, tuple) else None
        for number, argument in enumerate(arguments):
            yield owner, ("[", number) if label else ("raw", ".__getnewargs__()[%d]" % number), argument
        return
    yield owner, (".", "__class__") if function is kind else ("raw", ".__reduce__()[0]"), function
    of_error = issubclass(kind, BaseException) and function is kind
    own = _attribute_names(thing)
    for number, argument in enumerate(arguments):
        label = ("raw", (".args[%d]" if of_error else ".__reduce__()[1][%d]") % number)
        yield owner, (".", own[id(argument)]) if id(argument) in own else label, argument


def _attribute_names(thing):
    """The names of an object's attributes by the id of what they hold: arguments often are attributes."""
    try:
        held = object.__getattribute__(thing, "__dict__")
    except AttributeError:
        return {}
    return {id(part): name for name, part in held.items() if type(name) is str} if type(held) is dict else {}


def _partial(thing, value):
    owner = id(thing)
    for name in ("func", "args", "keywords"):
        yield owner, (".", name), getattr(functools.partial, name).__get__(thing)
    for name, part in attributes_of(value):
        yield owner, (".", name), part


def _state(owner, state):
    dicts = _dicts(state)
    if dicts is None:
        yield owner, ("raw", ".__getstate__()"), state
        return
    for names_and_values in dicts:
        for name, part in dict.items(names_and_values):
            yield owner, (".", name), part


def _dicts(state):
    """The dicts of attributes in a state: its own, or that of the object and that of its slots."""
    if type(state) is dict:
        return [state]
    if type(state) is tuple and len(state) == 2 and type(state[1]) is dict and type(state[0]) in (dict, type(None)):
        return [part for part in state if part]
    return None


def attributes_of(value):
    """(name, value) of all attributes that a reduce value sends."""
    state = value[2] if len(value) > 2 else None
    if type(state) is tuple and len(state) == 4 and type(state[3]) in (dict, type(None)):
        state = state[3]  # a partial's own dict
    return [pair for part in _dicts(state) or () for pair in list(dict.items(part))[:64] if type(pair[0]) is str]


def is_plain_array(kind, thing):
    """Whether this is a numpy array of numbers: nothing is inside, and reducing it would copy it."""
    return names.full_name(kind) == "numpy.ndarray" and not thing.dtype.hasobject


def opens_a_handle(reducer):
    return type(reducer) is types.FunctionType and reducer.__name__.lstrip("_") in _OF_HANDLES


def refuse_handle(thing):
    raise TypeError("a handle is not duplicated again")


def has_own_save(saves, kind):
    """Whether a pickler in Python saves this type in a way of its own."""
    save = saves.get(kind)  # dill puts its own into the table of pickle too: only their module tells
    return save is not None and getattr(save, "__module__", None) != "pickle"


def not_under_its_name(thing, name):
    """Why an object that travels by its name will not be found; None where it will."""
    where = pickle.whichmodule(thing, name)
    found = sys.modules.get(where)
    for part in name.split("."):
        found = getattr(found, part, None)
    return None if found is thing else "it is not what is found as %s.%s" % (where, name)


def inside_function(thing):
    """What a function carries along, where only a pickler like dill knows how."""
    owner, kind = id(thing), type(thing)
    if kind is types.MethodType:
        yield owner, (".", "__self__"), thing.__self__
        yield owner, (".", "__func__"), thing.__func__
    if kind is types.CellType:
        try:
            yield owner, (".", "cell_contents"), thing.cell_contents
        except ValueError:
            pass  # still empty
    if kind is dict:
        yield from entries(thing, ())
    if kind is not types.FunctionType:
        return
    for number, cell in enumerate(thing.__closure__ or ()):
        yield owner, ("raw", ".__closure__[%d]" % number), cell
    for name in thing.__code__.co_names:
        if name in thing.__globals__:
            yield owner, ("raw", ".__globals__[%r]" % name), thing.__globals__[name]

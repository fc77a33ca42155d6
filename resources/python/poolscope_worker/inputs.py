# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""What a user's module has to run a function over: its lists and the like, and its generators."""
import inspect
import pickle
import struct
import sys
import types

from . import describe as describing, failures, load_file

_COUNTED = (list, tuple, range, set, frozenset)
_LENGTH = struct.Struct("<i")
_END, _FAILED = 0, -1
_TOGETHER = 64 * 1024  # bytes of items that are there already are written at once


def describe(module):
    return [{"name": name, "count": _count(thing)} for name, thing in list(vars(module).items())
            if not name.startswith("_") and _is_input(thing)]


def _is_array(thing):
    numpy = sys.modules.get("numpy")  # not imported by the file: it can have no array
    return numpy is not None and isinstance(thing, getattr(numpy, "ndarray", ())) and thing.ndim > 0


def _is_input(thing):
    if isinstance(thing, _COUNTED + (types.GeneratorType,)) or _is_array(thing):
        return True
    return inspect.isgeneratorfunction(thing) and not inspect.signature(thing).parameters


def _count(thing):
    return len(thing) if isinstance(thing, _COUNTED) or _is_array(thing) else None


def write_items(path, name, out):
    """Each item as its length (int32) and its pickle, then 0; -1 and one more with (kind, text, where) where it failed."""
    refusal = load_file.load(path)
    if refusal is None:
        try:
            _write_all(_found(name), out)
            return
        except BrokenPipeError:
            raise
        except BaseException as error:
            refusal = failures.failure(error)
    kind, text, _, where = refusal
    describing.write_all(out, _LENGTH.pack(_FAILED) + _framed((kind, text, where)))


def _found(name):
    thing = vars(sys.modules["__main__"]).get(name)
    if not _is_input(thing):
        raise LookupError("The file has no input `%s`: a list, a tuple, a range, a set, a generator, or a function without "
                          "parameters that yields, at its top level." % name)
    return thing() if callable(thing) else thing


def _write_all(items, out):
    is_there = not isinstance(items, types.GeneratorType)
    together = bytearray()
    try:
        for place, item in enumerate(items):
            together += _framed(item, place)
            if not is_there or len(together) >= _TOGETHER:
                describing.write_all(out, together)
                together = bytearray()
        together += _LENGTH.pack(_END)
    finally:  # those before one that cannot be pickled are given too
        describing.write_all(out, together)


def _framed(item, place=None):
    try:
        data = pickle.dumps(item, 5)
    except BaseException as error:
        raise pickle.PicklingError("Item %s cannot be pickled: %s" % (place, failures.text_of(error))) from error
    if len(data) > 0x7fffffff:
        raise pickle.PicklingError("Item %s takes %d bytes as a pickle; 2 GiB are the most." % (place, len(data)))
    return _LENGTH.pack(len(data)) + data

# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Names of types, functions and keys as text, found without running a line of the traced program.

A metaclass, a property or a __repr__ may do anything, so names are read from where the interpreter keeps them.
"""
import functools
import types

_KEY_LENGTH = 40

_qualname_of_type = type.__dict__["__qualname__"].__get__
_module_of_type = type.__dict__["__module__"].__get__
_HIDDEN_MODULES = ("builtins", "__main__", "__mp_main__")


def _text(value):
    return value if type(value) is str else "?"


def qualname(cls):
    """The qualified name of a class."""
    return _text(_qualname_of_type(cls))


def module(cls):
    """The module that a class says it is from."""
    try:
        return _text(_module_of_type(cls))
    except AttributeError:
        return "?"


def full_name(cls):
    """A class as its module names it, `multiprocessing.pool.Pool`; builtins and the program's own file stay unnamed."""
    where = module(cls)
    return qualname(cls) if where in _HIDDEN_MODULES else where + "." + qualname(cls)


def function_name(function):
    """What a program calls this function: `pow`, `BigPow.pow`, `main.<locals>.<lambda>`."""
    for _ in range(8):  # partials of partials
        kind = type(function)
        if issubclass(kind, functools.partial):
            function = functools.partial.func.__get__(function)
        elif kind is types.MethodType:
            return _method_name(function)
        else:
            break
    if kind in (types.FunctionType, types.BuiltinFunctionType):
        return _text(function.__qualname__)
    return qualname(function) if isinstance(kind, type) and issubclass(kind, type) else qualname(kind)


def _method_name(method):
    owner = method.__self__
    cls = owner if issubclass(type(owner), type) else type(owner)
    called = method.__func__
    if type(called) is not types.FunctionType:
        return qualname(cls) + "." + qualname(type(called))
    return qualname(cls) + "." + _text(called.__qualname__).rsplit(".", 1)[-1]


def key_text(key):
    """A key of a dict between its brackets: builtin keys as Python shows them, shortened; others by their type."""
    kind = type(key)
    if kind in (str, bytes):
        return repr(key) if len(key) <= _KEY_LENGTH else repr(key[:_KEY_LENGTH]) + "…"
    if kind in (bool, type(None), float) or (kind is int and key.bit_length() <= 64):
        return repr(key)
    return "<" + full_name(kind) + ">"


def error_text(error):
    """An exception as `TypeError: cannot pickle 'generator' object`, without its own __str__."""
    told = [text for text in error.args if type(text) is str] if type(error.args) is tuple else []
    name = full_name(type(error))
    return name + ": " + ", ".join(told) if told else name

# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Functions that pickle cannot find by their name, as bytes and back."""
import importlib
import pickle

BY_VALUE = ("dill", "cloudpickle")


def load(how, data):
    """The function. Raises ImportError with a sentence where the module that it came by is missing here."""
    if how == "pickle":
        return pickle.loads(data)
    if how not in BY_VALUE:
        raise ValueError("A function came by %r, which is not known here." % (how,))
    try:
        module = importlib.import_module(how)
    except ImportError as error:
        raise ImportError("The function came by %s, which this Python cannot import: %s. Install it for the Python that "
                          "runs the workers." % (how, error)) from None
    return module.loads(data)


def dump(function):
    """(how, data), or None and why not, by the first module that is here and can."""
    why = {}
    for how in BY_VALUE:
        try:
            module = importlib.import_module(how)
        except ImportError:
            continue
        try:
            return (how, module.dumps(function, protocol=4)), why
        except BaseException as error:
            why[how] = error
    return None, why

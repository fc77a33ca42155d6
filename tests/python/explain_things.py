# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects that cannot be pickled, and some that mind being looked at, for the tests of explain."""
import collections
import sys
import threading
import time
import unittest
from multiprocessing.reduction import ForkingPickler
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "resources" / "python"))
from poolscope_trace.explain import explain


class Held:
    """Takes any attributes."""

    def __init__(self, **attributes):
        self.__dict__.update(attributes)

    def method(self):
        return self


class Slotted:
    __slots__ = ("good", "bad")


class BadState:
    def __init__(self, state):
        self.hidden = threading.Lock()
        self.state = state

    def __getstate__(self):
        return self.state


class Raises:
    def __reduce__(self):
        raise ValueError("not today")


class Nonsense:
    def __reduce__(self):
        return 7


class Sleeper:
    def __getstate__(self):
        time.sleep(0.05)
        return {}


class Rude:
    """Anything asked of it beyond what pickling asks is an error."""

    def __init__(self, inner):
        self.__dict__["inner"] = inner

    def __repr__(self):
        raise AssertionError("repr")

    __str__ = __repr__

    def __eq__(self, other):
        raise AssertionError("eq")

    __hash__ = object.__hash__

    def __len__(self):
        raise AssertionError("len")

    @property
    def trap(self):
        raise AssertionError("property")


class RudeMeta(type):
    def __getattribute__(cls, name):
        if name in ("__qualname__", "__module__", "__name__"):
            raise AssertionError(name)
        return type.__getattribute__(cls, name)

    def __repr__(cls):
        raise AssertionError("repr")


class Counted:
    reduced = 0

    def __init__(self, inner):
        self.inner = inner

    def __reduce__(self):
        Counted.reduced += 1
        return Counted, (self.inner,)


class Reduced:
    def __init__(self, *inner):
        self.inner = inner

    def __reduce__(self):
        return Reduced, self.inner


class Point(collections.namedtuple("Point", "x y")):
    pass


class Unlucky(Exception):
    pass


def a_generator():
    yield 1


def a_local():
    def inner(x):
        return x
    return inner


def a_local_class():
    class Local:
        pass
    return Local


class Rebuilt(Exception):
    """The error of pickling was none: the object of a test is good."""


def why(thing, pickler=ForkingPickler, **how):
    try:
        pickler(_Nowhere()).dump(thing)
    except Exception as error:
        return explain(thing, error, pickler=pickler, **how)
    raise Rebuilt


class _Nowhere:
    def write(self, data):
        return len(data)


class ExplainTest(unittest.TestCase):
    def culprits(self, thing, **how):
        told = why(thing, **how)
        self.assertNotIn("incomplete", told)
        return [(path["path"], path["type"]) for path in told["paths"] if path["text"]]

    def cures(self, thing, **how):
        return " | ".join(why(thing, **how)["cures"])

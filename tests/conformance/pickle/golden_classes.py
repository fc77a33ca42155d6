# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Classes whose objects make_goldens.py pickles: each has its own way of being taken apart."""


class Point:
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y

    def method(self):
        return self.x

    class Nested:
        pass


class Slots:
    __slots__ = ("left", "right")


class Keywords:
    def __new__(cls, *args, **keywords):
        return object.__new__(cls)

    def __getnewargs_ex__(self):
        return (1, "two"), {"three": 3}


class ListOf(list):
    pass


class DictOf(dict):
    pass


def setState(target, state):
    target.__dict__.update(state)


class OwnSetter:
    def __reduce__(self):
        return OwnSetter, (), {"x": [self]}, None, None, setState


class Holder:
    pass


class SetOf(set):
    pass


class FrozenSetOf(frozenset):
    pass

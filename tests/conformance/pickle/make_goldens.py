# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes pickles by CPython's C pickler: make_goldens.py OUT SEED COUNT.

First every case that the format treats apart, in protocols 0 to 5, then COUNT random values. A
record is four texts, each a 4-byte little-endian length and its bytes: a name; the repr, or nothing
where ours is meant to differ; a pickle; and what CPython writes, in another protocol, for what it
reads from that, or nothing where that would not be the same object: sets come in another order,
and protocols 2 and 3 do not tell a nested class from a class method.
"""
import collections
import copyreg
import fractions
import functools
import io
import pickle
import random
import struct
import sys
import threading

from golden_classes import (
    DictOf, FrozenSetOf, Holder, Keywords, ListOf, OwnSetter, Point, SetOf, Slots, setState
)

PLAIN = (type(None), bool, int, float, str, bytes, bytearray)


def integers():
    for bits in (7, 8, 15, 16, 31, 32, 63, 64, 2031, 2032, 2039, 2040, 2047, 2048):
        for near in (-1, 0, 1):
            yield from ((1 << bits) + near, -(1 << bits) + near)


def leaves():
    yield from (None, True, False, 0, 1.5, -0.0, float("nan"), float("inf"), float("-inf"), 5e-324)
    yield from ("", "a", "é", "€", "😀", "\ud800", "\udfff x", "it's", "\0\x7f\xa0\u2028")
    for size in (255, 256, 65535, 65536, 70000):
        yield from ("x" * size, b"y" * size, bytearray(size))
    yield from (b"", b"z", bytearray(), bytearray(b"two"))
    yield from (len, list, Point, Point.method, Point.Nested, ValueError, range, dict.fromkeys)


def batches():
    for size in (0, 1, 2, 3, 4, 999, 1000, 1001, 1999, 2000, 2001, 3000):
        numbers = range(size)
        yield from (list(numbers), tuple(numbers), set(numbers), frozenset(numbers))
        yield from (dict.fromkeys(numbers), ListOf(numbers), DictOf.fromkeys(numbers))
        yield from (collections.OrderedDict.fromkeys(numbers), collections.deque(numbers))
        yield from ([[i] for i in numbers], {i: (i, {i}) for i in numbers})


def objects():
    point = Point(1, [2])
    point.self = point
    slots, halfSlots = Slots(), Slots()
    slots.left, slots.right = slots, point
    halfSlots.left = 1
    listOf = ListOf([1])
    listOf.append(listOf)
    yield from (point, point.method, slots, halfSlots, listOf, Keywords(), OwnSetter(), Point.Nested())
    yield from (functools.partial(setState, 1, state={}), functools.partial(point.method))
    yield from (1j, range(5), slice(1, 2), ValueError("x", 1), fractions.Fraction(1, 3))
    yield from (collections.defaultdict(list, {1: [2]}), collections.Counter("abca"))
    yield [list, bytearray(b"ab"), bytearray(b"cd"), len, dict, bytearray, "builtins"]
    yield {"bytearray": bytearray(b"ab"), "list": list}
    yield [Point(i, i) for i in range(300)] + [Point, point, getattr, len]


def cycles():
    single, triple, quadruple = ([],), (1, [], 3), (1, 2, 3, [])
    single[0].append(single)
    triple[1].append(triple)
    quadruple[3].append(quadruple)
    dict_ = {}
    dict_["self"] = [dict_, dict_]
    shared = ["shared"]
    yield from (single, triple, quadruple, dict_, [shared, shared, (shared, shared)])
    yield [single, triple, [quadruple], quadruple]


def recursions():
    """Objects among their own arguments, which CPython asks for twice."""
    kinds = (list, tuple, set, frozenset, ListOf, SetOf, FrozenSetOf, DictOf.fromkeys)
    for kind in kinds:
        holder, second = Holder(), Holder()
        holder.held = kind([holder])
        yield from (holder, holder.held, [holder.held, holder])
        second.held = [kind([second, holder, 1]), kind([second])]
        yield from (second, [second.held, second], second.held[0])


def symbols():
    """Pickles with what stands outside them: persistent ids, extension codes, buffers."""
    holder = Holder()
    holder.list, holder.text = [1, "a", holder], "text"
    values = (holder, [holder, holder.list, holder.list, Point], {"a": Point, 5: Point(1, 2)})
    for protocol in (2, 3, 4, 5):
        for isOutside in (lambda v: v is holder.list, lambda v: type(v) is str, lambda v: v is Point):
            class Pickler(pickle.Pickler):
                def persistent_id(self, value):
                    return (7, 1.5) if isOutside(value) else None

            for value in values:
                out = io.BytesIO()
                Pickler(out, protocol).dump(value)
                yield out.getvalue()
        for code in (1, 255, 256, 65535, 65536, 0x7FFFFFFF):
            copyreg.add_extension(Point.__module__, "Point", code)
            yield from (pickle.dumps(value, protocol) for value in values)
            copyreg.remove_extension(Point.__module__, "Point", code)
    buffers = [pickle.PickleBuffer(kind(b"abc" * 1000)) for kind in (bytes, bytearray)]
    yield pickle.dumps([buffers, buffers[0], b"in band"], 5, buffer_callback=lambda buffer: None)
    yield from (pickle.dumps(buffers, 5), pickle.dumps(buffers[0], 5))
    # By hand: items and states where CPython writes none, and what Python 2 called str.
    yield b"\x80\x02cgolden_classes\nHolder\nq\x00)\x81q\x01}q\x02U\x01aq\x03K\x01sb}q\x04U\x01bq\x05K\x02sb."
    yield b"\x80\x02]q\x00(T\x03\x01\x00\x00" + b"\xff" * 259 + b"q\x01U\x02\xc3\xa9q\x02h\x01e."


def keywords():
    """NEWOBJ_EX, and what protocols 2 and 3 have in its place."""
    for protocol in (2, 3):
        yield pickle.dumps([Keywords(), "x", Keywords()], 4), pickle.dumps([Keywords(), "x", Keywords()], protocol)


def framed():
    """Values at the edges of frames."""
    for size in (65526, 65530, 65531, 65532, 65535):
        yield ["x" * size, "abc", 1]
        yield [b"x" * (size - 100), list(range(100)), "tail", [None]]
    yield [list(range(70000)), "x" * 65536, b"y" * 65536, bytearray(65536), "z"]
    yield ["x" * 65536]
    yield [1.5] * 30000 + ["name"] * 30000
    yield [str(i) for i in range(40000)]


def deep(levels):
    value = []
    for i in range(levels):
        value = [value] if i % 2 else (value,)
    return value


def messages():
    """What multiprocessing.pool sends."""
    from multiprocessing.pool import mapstar, starmapstar

    yield (0, 0, mapstar, ((setState, (5,)),), {})
    yield (3, 7, mapstar, ((Point(2).method, tuple(range(100))),), {})
    yield (3, 7, starmapstar, ((functools.partial(setState, n=10), ((1, 2), (3, 4))),), {})
    yield (3, 7, (True, [x**10 for x in range(100)]))


class Random:
    """Values grown by chance, with sharing and cycles."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def value(self):
        self.made = []
        return self.grow(self.random.randint(0, 5))

    def leaf(self):
        random = self.random
        return random.choice((
            lambda: random.choice((None, True, False, 0, 1, "", b"", ())),
            lambda: random.randint(-300, 300),
            lambda: random.randint(-(1 << random.randint(1, 80)), 1 << random.randint(1, 80)),
            lambda: random.getrandbits(random.randint(1, 3000)),
            lambda: random.uniform(-1, 1) * 10 ** random.randint(-300, 300),
            lambda: "".join(chr(random.choice((65, 97, 233, 0x20AC, 0x1F600, 0xD800, 10, 39)))
                            for _ in range(random.randint(0, 20))),
            lambda: random.randbytes(random.randint(0, 300)),
            lambda: bytearray(random.randbytes(random.randint(2, 40))),
            lambda: random.choice((len, Point, Point.Nested, setState, ListOf)),
        ))()

    def grow(self, depth):
        if self.made and self.random.random() < 0.15:
            return self.random.choice(self.made)
        if depth == 0 or self.random.random() < 0.2:
            return self.leaf()
        made = self.random.choice((self.list, self.tuple, self.dict, self.set, self.point))(depth - 1)
        self.made.append(made)
        return made

    def items(self, depth):
        return [self.grow(depth) for _ in range(self.random.choice((0, 1, 1, 2, 3, 4, 7)))]

    def list(self, depth):
        made = self.random.choice((list, ListOf))()
        self.made.append(made)  # its items may hold it
        made.extend(self.items(depth))
        return made

    def tuple(self, depth):
        return tuple(self.items(depth))

    def dict(self, depth):
        made = {}
        self.made.append(made)
        for item in self.items(depth):
            made[self.random.choice(("n", "name", self.random.randint(0, 9)))] = item
        return made

    def set(self, depth):
        kind = self.random.choice((set, frozenset))
        return kind(self.random.randint(0, 99) for _ in range(self.random.randint(0, 9)))

    def point(self, depth):
        made = Point()
        self.made.append(made)
        made.x, made.items = self.grow(depth), self.items(depth)
        return made


def isPlain(value, budget=200):
    """Whether its repr is Python's own all through, without sharing that would make it long."""
    if type(value) in (list, tuple, dict):
        parts = list(value) if type(value) is not dict else [*value.keys(), *value.values()]
        return len(parts) <= budget and all(isPlain(part, budget // (len(parts) + 1)) for part in parts)
    return type(value) in PLAIN and budget > 0 and (type(value) is not int or value.bit_length() < 14000)


def writeRecord(out, name, text, first, second):
    for field in (name.encode(), text.encode("utf-8", "surrogatepass"), first, second):
        out.write(struct.pack("<I", len(field)) + field)


def write(out, name, value, protocol):
    first = pickle.dumps(value, protocol)
    marks = (b"set", b"\x8f", b"\x91", b"__new__", b"fromkeys", b"bytearray", b"Set", b"copy_reg")
    differs = any(mark in first for mark in marks)
    other = {0: 2, 1: 2, 4: 5, 5: 4}.get(protocol, 4)
    second = b"" if differs else pickle.dumps(pickle.loads(first), other)
    writeRecord(out, name, repr(value) if isPlain(value) else "", first, second)


def main(path, seed, count):
    chance = Random(int(seed))
    with open(path, "wb") as out:
        for family in (integers, leaves, batches, objects, cycles, recursions, framed, messages):
            for number, value in enumerate(family()):
                old = () if family in (objects, messages) else (0, 1)  # __slots__ needs protocol 2
                for protocol in (*old, 2, 3, 4, 5):
                    write(out, f"{family.__name__} {number} of protocol {protocol}", value, protocol)
        for number, first in enumerate(symbols()):
            writeRecord(out, f"symbols {number}", "", first, b"")
        for number, pair in enumerate(keywords()):
            writeRecord(out, f"keywords {number}", "", *pair)
        write(out, "deep of protocol 1", deep(100000), 1)
        write(out, "deep of protocol 4", deep(100000), 4)
        for number in range(int(count)):
            protocol = chance.random.choice((4, 4, 5, 5, 5, 2, 3))
            write(out, f"random {number} of protocol {protocol}", chance.value(), protocol)


if __name__ == "__main__":
    sys.setrecursionlimit(10**6)
    threading.stack_size(512 << 20)  # for CPython's own recursion
    failed = []
    threading.excepthook = lambda why: (failed.append(why), sys.__excepthook__(*why[:3]))
    thread = threading.Thread(target=main, args=sys.argv[1:])
    thread.start()
    thread.join()
    sys.exit(1 if failed else 0)

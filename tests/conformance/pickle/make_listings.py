# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what pickletools says of many pickles: make_listings.py OUT SEED.

A record is four texts, each a 4-byte little-endian length and its bytes: a name, a pickle, the
listing as far as it goes, and the message of the error that ends it, or nothing.
"""
import ast
import io
import pickle
import pickletools
import random
import struct
import sys
import warnings

import make_goldens
import test.pickletester

STRANGE = (
    b"I12x\n.", b"I" + b"1" * 4300 + b"\n.", b"I" + b"0" * 5000 + b"\n.", b"I" + b"x" * 500 + b"\n.",
    b"I 1_2 \n.", b"I+-1\n.", b"I1__2\n.", b"I_1\n.", b"I\n.", b"I\xe9\n.", b"I1\x002\n.", b"I\x0b12\x0c\n.",
    b"I12\x1c\n.", b"I-0\n.", b"I007\n.", b"I00\n.", b"I01\n.", b"L12L\n.", b"L 1_2 L\n.", b"LL\n.", b"L-5LL\n.",
    b"L" + b"9" * 4301 + b"L\n.", b"\x8b\x00\x10\x00\x00" + b"\x11" * 4096 + b".", b"\x8a\x00.",
    b"\x8a\x03\xff\xff\xff.", b"\x8a\x03\x00\x00\x80.", b"\x8b\xff\xff\xff\xff.",
    b"\x8b\xdf\x06\x00\x00" + b"\xff" * 1758 + b"\x7f.", b"\x8b\x00\x09\x00\x00" + b"\x01" + b"\x00" * 2303 + b".",
    b"Fabc\n.", b"F1_0.5\n.", b"F 1e999 \n.", b"F-1e999\n.", b"F1e-999\n.", b"F0e999\n.", b"F\n.", b"F-nan\n.",
    b"F+inf\n.", b"FInfInity\n.", b"F0x10\n.", b"F1.\n.", b"F.5e-3\n.", b"F.\n.", b"F1e\n.", b"F1_e5\n.",
    b"FNaN(1)\n.", b"F" + b"0" * 400 + b"1e400\n.", b"F0." + b"0" * 400 + b"1e300\n.", b"F1e99999999999999999999\n.",
    b"F1e-99999999999999999999\n.", b"F 1\x0b\n.", b"F1\x1c\n.", b"F\xe9\n.", b"F1e+5\n.", b"F--1\n.", b"F5e-324\n.",
    b"Vabc\\u12\n.", b"Vabc\\U00110000\n.", b"Vabc\\U0010ffff\n.", b"Vabc\\U0011\n.", b"Vab\xe9\\\\u0041\\\n.",
    b"V\\\\\\u0041\n.", b"V\\ud800\n.", b"S'abc\\x1'\n.", b"S'\\xe9'\n.", b"S'abc\n.", b"Sabc\n.", b"S'\n.", b"S\n.",
    b"S'a\\'\n.", b"S'\\400\\777'\n.", b"S'\\q\\\\'\n.", b'S"it\'s"\n.', b"S'\\x41\\102\\a\\b\\f\\v\\r\\n\\t\\\"'\n.",
    b"S'\\", b"S'abc", b"Vabc", b"L1\n", b"\x8c\x02\xc3", b"\x8c\x01\xc3.", b"\x8c\x03\xed\xa0\x80.",
    b"\x8c\x02\xc3\x28.", b"\x8c\x03\xe2\x28\x28.", b"\x8c\x02\xe2\x82.", b"\x8c\x04\xf5\x80\x80\x80.",
    b"\x8c\x04\xf0\x80\x80\x80.", b"\x8c\x04\xf4\x90\x80\x80.", b"\x8c\x03\xed\xb0\x28.", b"\x8c\x02\xed\xa0.",
    b"\x8c\x06\xed\xa0\x80\xed\xbf\xbf.", b"\x8c\x05\xed\xa0\x80\xff\x41.", b"\x8c\x03\xf1\x80\x80.", b"\x8c\x02\xc0\x80.",
    b"\x8c\x04\xf1\x80\x80\x41.", b"\x8c\x03\xe0\x80\x80.", b"cos\xe9\nx\n.", b"c a\\x41\nb\\n\n.", b"c\\x\n\n.", b"c\n\n.",
    b"\xff.", b"", b"N", b"\x80", b"J\x00", b"G\x00", b"\x8a\x05\x01", b"T\xff\xff\xff\xff", b"B\x05\x00\x00\x00a",
    b"\x8e" + b"\xff" * 8, b"\x8e" + b"\xff" * 7 + b"\x7f", b"\x8d" + b"\xff" * 7 + b"\x00", b"X\x05\x00\x00\x00a",
    b"\x96" + struct.pack("<Q", 9) + b"a", b"(\x85t.", b"t.", b"(0.", b"(\x940.", b"NN.", b"(N.", b"p1\n.", b"Ng01\n.",
    b"Np01\np1\n.", b"Np1\n\x94.", b"Np0\n\x94.", b"Np1\np0\n\x94g2\n00.", b"\x86.", b"(2(.", b"N(K\x01\x8c\x01a].",
    b"Ng99999999999999999999\n.", b"Np-5\ng-5\n0.", b"Np99999999999999999999\ng99999999999999999999\n0.", b"Np 7_7 \nh\x4d0.",
    b"Pab\\n c\n.", b"P\\\n.", b"((((\x85\x85\x85tt.", b"(1.", b"(((1N1N0.", b"\x97\x98.", b"\x98.", b"(\x94.", b"NQ.",
    b"\x84\xff\xff\xff\xff.", b"\x83\xff\xff.", b"\x95" + b"\xff" * 8 + b"N.", b"\x80\xffN.", b"N.trailing", b"(" * 300 + b".",
    b"U\x03\xe9'\"0", b"U\x03\xe9'\".", b"T\x02\x00\x00\x00''.", b"C\x03'\"\\.", b"\x96" + struct.pack("<Q", 2) + b"''.",
)


def everyOpcode():
    """Each opcode once, with an argument that fits."""
    arguments = {
        "decimalnl_short": b"7\n", "decimalnl_long": b"7L\n", "floatnl": b"1.5\n", "stringnl": b"'x'\n",
        "stringnl_noescape": b"x\n", "stringnl_noescape_pair": b"m\nn\n", "unicodestringnl": b"x\n",
    }
    for opcode in pickletools.opcodes:
        kind = opcode.arg
        if kind is None:
            argument = b""
        elif kind.n >= 0:
            argument = bytes(range(1, kind.n + 1))
        else:
            width = {-1: 1, -2: 1, -3: 4, -4: 4, -5: 8}[kind.n]
            argument = arguments.get(kind.name, (2).to_bytes(width, "little") + b"ab")
        yield b"(" + opcode.code.encode("latin-1") + argument
        yield b"(NN]NN" + opcode.code.encode("latin-1") + argument + b"\x94."


def dumped(name, value, protocol):
    """The pickle, or none where protocols 0 and 1 have no way to say it."""
    try:
        yield f"{name} of protocol {protocol}", pickle.dumps(value, protocol)
    except (TypeError, RecursionError, pickle.PicklingError):
        if protocol > 1:
            raise


def goldens():
    for family in (make_goldens.integers, make_goldens.leaves, make_goldens.batches, make_goldens.objects,
                   make_goldens.cycles, make_goldens.framed, make_goldens.messages):
        for number, value in enumerate(family()):
            size = len(pickle.dumps(value, 4))
            if size > 320000:
                continue  # pickletools would take seconds
            for protocol in range(6) if size < 3000 else (number % 6,):
                yield from dumped(f"{family.__name__} {number}", value, protocol)


def literals():
    """Every bytes literal of CPython's own tests, good pickles and bad ones."""
    with open(test.pickletester.__file__, encoding="utf-8") as source:
        for node in ast.walk(ast.parse(source.read())):
            if isinstance(node, ast.Constant) and isinstance(node.value, bytes):
                yield node.value
    for holder in (test.pickletester, *vars(test.pickletester).values()):
        for value in list(getattr(holder, "__dict__", {}).values()):
            if isinstance(value, bytes):
                yield value


def corpus(chance):
    yield from goldens()
    grown = make_goldens.Random(chance.random())
    for number in range(2000):
        protocol = chance.randrange(6)
        yield from dumped(f"random {number}", grown.value(), protocol)
    for kind, pickles in (("strange", STRANGE), ("opcode", everyOpcode()), ("literal", dict.fromkeys(literals()))):
        for number, data in enumerate(pickles):
            yield f"{kind} {number}", data


def damaged(whole, chance):
    short = [data for data in whole if 2 < len(data) < 400]
    for data in chance.sample(short, 150):
        for size in range(len(data)):
            yield data[:size]
    for _ in range(20000):
        data = bytearray(chance.choice(short))
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            at = chance.randrange(len(data))
            data[at] = chance.choice((chance.randrange(256), ord(chance.choice(pickletools.opcodes).code)))
        yield bytes(data)


def listing(data):
    out = io.StringIO()
    try:
        pickletools.dis(data, out)
    except (ValueError, IndexError) as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


def main(path, seed):
    chance = random.Random(int(seed))
    warnings.simplefilter("ignore")
    seen = []
    with open(path, "wb") as out:
        def write(name, data):
            text, error = listing(data)
            for field in (name.encode(), data, text.encode("utf-8"), error.encode("utf-8")):
                out.write(struct.pack("<I", len(field)) + field)

        for name, data in corpus(chance):
            seen.append(data)
            write(name, data)
        for number, data in enumerate(damaged(seen, chance)):
            write(f"damaged {number}", data)


if __name__ == "__main__":
    main(*sys.argv[1:])

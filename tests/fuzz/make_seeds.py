# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What fuzzing begins with: make_seeds.py FOLDER writes pickles, make_seeds.py --dictionary opcodes.

The pickles are the short ones of the conformance goldens in every protocol, and what only another
pickler writes: persistent ids, extension codes, buffers beside the stream, instances of protocol 0.
Each file has the SHA-1 of its bytes for a name, as libFuzzer names its own.
"""
import copyreg
import hashlib
import io
import pickle
import pickletools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "conformance/pickle"))
import make_goldens

LONGEST = 400
ARGUMENTS = {  # by the name of pickletools' argument; bytes that make a short whole opcode
    "uint1": b"\1", "uint2": b"\1\1", "int4": b"\1\0\0\0", "uint4": b"\1\0\0\0", "uint8": b"\1" + bytes(7),
    "stringnl": b"'a'\n", "stringnl_noescape": b"a\n", "stringnl_noescape_pair": b"a\nb\n",
    "unicodestringnl": b"a\n", "decimalnl_short": b"1\n", "decimalnl_long": b"1L\n", "floatnl": b"1.5\n",
    "float8": b"\x3f\xf8" + bytes(6), "long1": b"\1\1", "long4": b"\1\0\0\0\1",
    "string1": b"\1a", "string4": b"\1\0\0\0a", "bytes1": b"\1a", "bytes4": b"\1\0\0\0a",
    "bytes8": b"\1" + bytes(7) + b"a", "bytearray8": b"\1" + bytes(7) + b"a",
    "unicodestring1": b"\1a", "unicodestring4": b"\1\0\0\0a", "unicodestring8": b"\1" + bytes(7) + b"a",
}  # fmt: skip
WRITTEN = (  # by hand: opcodes that no pickler writes today
    b"(S'a\\x41\\''\nT\2\0\0\0abU\1aV\\u20ac\\ud800\ntp0\ng0\n0.",
    b"(I1\nI01\nI-99999999999999999999\nL5L\nF2.5\nim\nC\n(cm\nD\nI1\no]b.",
    b"(lp0\n(dp1\nVk\nI1\nsa2aj\0\0\0\0r\1\0\0\0aN1.",
    b"\x80\2cm\nf\n)R(NN1}(K\1K\2K\3K\4ub.",
    b"\x80\4\x8c\1m\x8c\1f\x93(K\1ec__builtin__\nset\n]\x85R\x86.",
    b"\x80\2c__builtin__\ngetattr\ncm\nC\nU\1n\x86R.",
)
DICTIONARY = (b"\x80\5\x95\x10" + bytes(7), b"c__builtin__\nset\n", b"cbuiltins\nbytearray\n",
              b"c_codecs\nencode\n", b"\x8c\x08builtins\x8c\x07getattr\x93", b"\x94\x8c\1m\x94\x8c\1C\x94\x93)\x81",
              b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff\xff\xff\xff\x7f", b"\xed\xa0\x80", b"\x85R0", b"\x86R0.")  # fmt: skip


class Named(pickle.Pickler):
    def persistent_id(self, value):
        return "id" if isinstance(value, range) else None


class NamedByText(pickle._Pickler):  # protocol 0 writes the id as a line
    persistent_id = Named.persistent_id


def values():
    for family in ("integers", "leaves", "batches", "objects", "cycles", "messages"):
        yield from getattr(make_goldens, family)()
    chance = make_goldens.Random(3)
    yield from (chance.value() for _ in range(300))


def special():
    copyreg.add_extension("make_goldens", "Point", 0x1234)
    for protocol in range(6):
        for pickler in (Named, NamedByText):
            out = io.BytesIO()
            pickler(out, protocol).dump([1, range(3), {"r": range(3)}])
            yield out.getvalue()
        yield pickle.dumps([make_goldens.Point(1, 2)], protocol)
    for readonly in (bytes(9), bytearray(9)):
        buffers = []
        yield pickle.dumps([pickle.PickleBuffer(readonly), 1], 5, buffer_callback=buffers.append)
    yield from WRITTEN


def pickles():
    for value in values():
        for protocol in range(6):
            try:
                yield pickle.dumps(value, protocol)
            except (TypeError, RecursionError):  # no __slots__ there, nor a list in itself by class
                assert protocol < 2
    yield from special()


def quoted(token):
    return '"' + "".join(f"\\x{byte:02x}" for byte in token) + '"'


def dictionary():
    print("# Opcodes with a short argument each, and what stands well together; by make_seeds.py.")
    for opcode in pickletools.opcodes:
        argument = ARGUMENTS[opcode.arg.name] if opcode.arg else b""
        print(opcode.name + "=" + quoted(opcode.code.encode("latin1") + argument))
    for number, token in enumerate(DICTIONARY):
        print(f"together{number}={quoted(token)}")


def main(folder):
    if folder == "--dictionary":
        return dictionary()
    for made in set(pickles()):
        if len(made) <= LONGEST:
            (Path(folder) / hashlib.sha1(made).hexdigest()).write_bytes(made)


if __name__ == "__main__":
    main(sys.argv[1])

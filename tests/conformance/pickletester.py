# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""CPython's own tests of pickling (test.pickletester), with our codec in the way of every pickle.

Whatever CPython's C pickler writes, and whatever its unpickler is given, goes through `poolscope
pickle repack --frames` first.
"""
import io
import os
import pickle
import struct
import subprocess
import sys
import unittest
from test import pickletester

PROGRAM = os.environ["POOLSCOPE"]


class Repacker:
    """One stream of frames for all tests."""

    def __init__(self):
        self.process = subprocess.Popen(
            [PROGRAM, "pickle", "repack", "--frames"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __call__(self, message):
        message = bytes(message)
        self.process.stdin.write(struct.pack("<i", len(message)) + message)
        self.process.stdin.flush()
        (length,) = struct.unpack("<i", self.process.stdout.read(4))
        answer = self.process.stdout.read(abs(length))
        if length < 0:
            raise pickle.UnpicklingError(answer.decode())
        return answer

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait(timeout=60)


repack = Repacker()


def messages(data):
    """Cuts what may be several pickles, one behind the other."""
    stream = io.BytesIO(data)
    while stream.tell() < len(data):
        begin = stream.tell()
        for _opcode, _argument, _position in pickletester.pickletools.genops(stream):
            pass
        yield data[begin : stream.tell()]


class InTheWay:
    """dumps and loads as CPython's tests ask for them."""

    def dumps(self, value, protocol=None, **options):
        return repack(pickle.dumps(value, protocol, **options))

    def loads(self, message, **options):
        return pickle.loads(repack(message), **options)


class Pickling(InTheWay, pickletester.AbstractPickleTests, unittest.TestCase):
    pickler = pickle._Pickler
    unpickler = pickle._Unpickler


class Unpickling(InTheWay, pickletester.AbstractUnpickleTests, unittest.TestCase):
    truncated_errors = (pickle.UnpicklingError, EOFError)
    truncated_data_error = (pickle.UnpicklingError, "")
    bad_stack_errors = (pickle.UnpicklingError,)
    size_overflow_error = (OverflowError, pickle.UnpicklingError)
    unpickler = pickle.Unpickler


class PersistentInTheWay:
    """The same with ids for objects outside the pickle, which the test class gives."""

    def dumps(self, value, protocol=None, **options):
        test = self

        class Pickler(pickle.Pickler):
            def persistent_id(self, value):
                return test.persistent_id(value)

        out = io.BytesIO()
        Pickler(out, protocol, **options).dump(value)
        return repack(out.getvalue())

    def loads(self, message, **options):
        test = self

        class Unpickler(pickle.Unpickler):
            def persistent_load(self, name):
                return test.persistent_load(name)

        return Unpickler(io.BytesIO(repack(message)), **options).load()


class Persistent(
    PersistentInTheWay, pickletester.AbstractPersistentPicklerTests, unittest.TestCase
):
    pass


class PersistentIdentity(
    PersistentInTheWay, pickletester.AbstractIdentityPersistentPicklerTests, unittest.TestCase
):
    pass


class RepackingPickler:
    """A pickler whose every dump is repacked before it reaches the file."""

    def __init__(self, file, *arguments, **options):
        self.file = file
        self.inner = io.BytesIO()
        self.pickler = pickle.Pickler(self.inner, *arguments, **options)


def main():
    program = unittest.main(exit=False)
    code = repack.close()
    sys.exit(code or not program.result.wasSuccessful())


if __name__ == "__main__":
    main()

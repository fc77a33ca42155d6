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


# What CPython tells by other exceptions, where a codec that runs nothing has one kind of error.
without_twin = {}


class UnsupportedProtocol(pickle.UnpicklingError, ValueError):
    def __init__(self, text):
        super().__init__(text)
        without_twin.setdefault("ValueError", []).append(("Pickling.test_proto", b"", text))


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
            text = answer.decode()
            error = UnsupportedProtocol if "unsupported pickle protocol" in text else None
            raise (error or pickle.UnpicklingError)(text)
        return answer

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait(timeout=60)


repack = Repacker()


def repacked(pickled):
    """Ours from protocol 2 on. Older ones, which we read and do not write, go through in loads()."""
    return repack(pickled) if pickled[:1] == pickle.PROTO else pickled


class InTheWay:
    """dumps and loads as CPython's tests ask for them."""

    def dumps(self, value, protocol=None, **options):
        return repacked(pickle.dumps(value, protocol, **options))

    def loads(self, message, **options):
        return pickle.loads(repack(message), **options)


class Pickling(InTheWay, pickletester.AbstractPickleTests, unittest.TestCase):
    pickler = pickle.Pickler
    unpickler = pickle.Unpickler


class Unpickling(InTheWay, pickletester.AbstractUnpickleTests, unittest.TestCase):
    truncated_errors = (pickle.UnpicklingError, EOFError)
    truncated_data_error = (pickle.UnpicklingError, "")
    bad_stack_errors = (pickle.UnpicklingError,)
    size_overflow_error = (OverflowError, pickle.UnpicklingError)
    unpickler = pickle.Unpickler

    def check_unpickling_error(self, errors, data):
        wanted = errors if isinstance(errors, tuple) else (errors,)
        if pickle.UnpicklingError in wanted or Exception in wanted:
            return super().check_unpickling_error(errors, data)
        with self.subTest(data=data), self.assertRaises((*wanted, pickle.UnpicklingError)) as caught:
            self.loads(data)
        if not isinstance(caught.exception, wanted):
            names = " or ".join(sorted(error.__name__ for error in wanted))
            without_twin.setdefault(names, []).append((self.id(), data, caught.exception))


class PersistentInTheWay:
    """The same with ids for objects outside the pickle, which the test class gives."""

    def dumps(self, value, protocol=None, **options):
        test = self

        class Pickler(pickle.Pickler):
            def persistent_id(self, value):
                return test.persistent_id(value)

        out = io.BytesIO()
        Pickler(out, protocol, **options).dump(value)
        return repacked(out.getvalue())

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


class RepackingPickler(pickle.Pickler):
    """A pickler each of whose pickles is repacked on its way to the file."""

    def __init__(self, file, *arguments, **options):
        self.file = file
        self.written = io.BytesIO()
        super().__init__(self.written, *arguments, **options)

    def dump(self, value):
        super().dump(value)
        self.file.write(repacked(self.written.getvalue()))
        self.written.seek(0)
        self.written.truncate()


class DispatchTable(pickletester.AbstractDispatchTableTests, unittest.TestCase):
    pickler_class = RepackingPickler

    def get_dispatch_table(self):
        return pickletester.copyreg.dispatch_table.copy()


class HookedPickler(RepackingPickler, pickletester.AbstractCustomPicklerClass):
    pass


class Hook(pickletester.AbstractHookTests, unittest.TestCase):
    pickler_class = HookedPickler


def main():
    program = unittest.main(exit=False)
    code = repack.close()
    for names, cases in sorted(without_twin.items()):
        print(f"{names} in CPython, an UnpicklingError here:")
        for test, data, error in cases:
            print(f"  {test.rsplit('.', 1)[1]} {data!r}: {error}")
    sys.exit(code or not program.result.wasSuccessful())


if __name__ == "__main__":
    main()

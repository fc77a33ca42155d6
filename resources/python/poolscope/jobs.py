# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Functions of Poolscope's catalogue in Python: by the same names, with the same values."""
import os
import signal
import time


def power(x, n=10):
    """x**n on whole numbers of any size, exact"""
    if n < 0:
        raise ValueError("n must not be negative, but is %d." % n)
    return x ** n


def primes(k, size=5000):
    """how many primes there are in block k, by trial division"""
    return sum(map(_is_prime, range(k * size, (k + 1) * size)))


def pi(k, points=1000000):
    """how many points of block k fall into the quarter circle"""
    first = k * points
    return sum(map(_is_in_quarter_circle, range(first, first + points)))


def sleep(i, ms=20.0):
    """waits and uses no CPU; gives its item back"""
    time.sleep(ms / 1e3)
    return i


def stragglers(i, ms=5.0, every=25, factor=20.0):
    """even work, but every k-th item takes much longer; gives its item back"""
    slow = every > 0 and (i + 1) % every == 0
    _spin(ms * 1e3 * (factor if slow else 1))
    return i


def payload(item, spin_us=0.0):
    """gives the bytes of its item back after a set time of computing"""
    _spin(spin_us)
    return item.data


def faults(item, at=5, mode="raise", mebibytes=256):
    """the square of each item, but one item goes wrong"""
    i = item if isinstance(item, int) else item.item
    if i != at or mode in ("unpicklable_argument", "bad_unpickle"):
        return i * i
    if mode == "unpicklable_result":
        return HoldsPool(i)
    if mode == "bad_result":
        return BadState(i)
    _fail(i, mode, mebibytes)
    return i * i


class Payload:
    """An object of some bytes; `cost` is what it costs to unpickle it, too."""


class PickleCost:
    def __getstate__(self):
        _spin(self.microseconds[0])
        return self.microseconds

    def __setstate__(self, microseconds):
        self.microseconds = microseconds
        _spin(microseconds[1])


class BadState:
    """Its unpickling raises in whoever reads it."""

    def __init__(self, item):
        self.item = item

    def __getstate__(self):
        return self.item

    def __setstate__(self, item):
        raise ValueError("the state of item %d is refused" % item)


class HoldsPool:
    def __init__(self, item):
        self.item = item
        self.pool = _Pool()


class _Pool:
    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")


def _is_prime(number):
    if number < 4:
        return number >= 2
    if number % 2 == 0:
        return False
    divisor = 3
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 2
    return True


def _seeded(i):
    mask = 0xFFFFFFFFFFFFFFFF
    bits = (i + 1) * 0x9E3779B97F4A7C15 & mask
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9 & mask
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB & mask
    return bits ^ (bits >> 31)


def _is_in_quarter_circle(i):
    point = _seeded(i)
    x = point >> 33
    y = point & 0x7FFFFFFF
    return x * x + y * y < 1 << 62


def _spin(microseconds):
    end = time.thread_time_ns() + int(microseconds * 1e3)
    while time.thread_time_ns() < end:
        pass


def _fail(i, mode, mebibytes):
    if mode == "odd":
        raise KeyboardInterrupt("42")
    if mode == "exit":
        os._exit(0)
    if mode in ("abort", "segv", "kill"):
        _end_by({"abort": signal.SIGABRT, "segv": signal.SIGSEGV, "kill": signal.SIGKILL}[mode])
    if mode == "hang":
        while True:
            signal.pause()
    if mode != "grow":
        raise ValueError("item %d was told to fail" % i)
    held = []
    for _ in range(mebibytes):
        held.append(bytearray(1 << 20))


def _end_by(number):
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if number != signal.SIGKILL:
        signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)

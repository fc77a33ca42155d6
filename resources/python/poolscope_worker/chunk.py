# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""A chunk's message and its answer as values: core/worker/message.h says what they are.

Out: (job, i, mapstar, ((function, (items…)),), {}); back: (job, i, (True, [values])), or
(job, i, (False, poolscope.ChunkOutcomes([outcome…]))), where an outcome is (True, value) or
(False, (kind, text, path, where)).
"""
import sys
from _pickle import Unpickler, UnpicklingError, dumps, loads
from functools import partial
from io import BytesIO

from . import Star, start
from .run import mapstar

UNKNOWN = -1  # in the place of numbers that could not be read
_LARGE = 64 * 1024
_PLAIN = (bool, int, float, str, bytes, type(None))
_MAPSTAR = b"multiprocessing.pool"
_OURS = b"poolscope_worker.run"  # of the same length
_CANCELLED = ("Cancelled", "The call was cancelled before this task ran.", "", "")


class _Reader(Unpickler):
    """Finds what is loaded already without asking the import system, which takes longer than all the rest."""

    def find_class(self, module, name):
        if name == "mapstar" and module == "multiprocessing.pool":
            return mapstar
        try:
            return sys.modules[module].__dict__[name]
        except KeyError:
            return super().find_class(module, name)


def read(message):
    """(job, index, function, items). Raises whatever unpickling raises."""
    if len(message) < _LARGE:
        task = _Reader(BytesIO(message)).load()
    else:
        task = loads(_with_our_mapstar(message))  # no copy
    if not (type(task) is tuple and len(task) == 5 and type(task[0]) is type(task[1]) is int):
        raise UnpicklingError("The message is not what it should be: a task is (job, i, function, arguments, keywords).")
    job, index, star, call, _ = task
    if not (star is mapstar and _is_tuple(call, 1) and _is_tuple(call[0], 2) and type(call[0][1]) is tuple):
        raise UnpicklingError("The message is not what it should be: only mapstar with one (function, items) is known.")
    return job, index, call[0][0], call[0][1]


def heart(function):
    """The function at the heart of one that may serve all messages of a call, though it was unpickled for one: a partial
    with plain keywords, or a call on tuples, has no state that a task could change."""
    while True:
        kind = type(function)
        if kind is partial and not (function.args or function.__dict__):
            if not all(type(value) in _PLAIN for value in function.keywords.values()):
                return function
            function = function.func
        elif kind is Star:
            function = function.function
        else:
            return function


def _is_tuple(value, size):
    return type(value) is tuple and len(value) == size


def _with_our_mapstar(message):
    """It stands near the beginning, behind the numbers, where a message is one of ours."""
    at = bytes(message[:80]).find(_MAPSTAR)
    if at < 0:
        return message
    if type(message) is bytes:
        return message[:at] + _OURS + message[at + len(_OURS):]
    message[at:at + len(_OURS)] = _OURS
    return message


def _in_words(kept):
    """Of exceptions; what is in words already stays. Their tracebacks are let go: the loop's own frame stands in them, and
    with it all that it holds."""
    from . import failures

    raised = {id(one): one for one in kept.values() if isinstance(one, BaseException)}
    words = {number: failures.failure(error) for number, error in raised.items()}
    for error in raised.values():
        _let_go(error)
    return {i: words.get(id(one), one) for i, one in kept.items()}


def _let_go(error):
    """Of its traceback and those of what it came from."""
    seen = set()
    left = [error]
    while left:
        one = left.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            one.__traceback__ = None
            left += (one.__cause__, one.__context__)


class Chunks:
    """What is done with a worker's chunks; its loop, in C or in Python, asks this for all but the usual."""

    def __init__(self, protocol, refusal=None):
        self._protocol = protocol
        self.refusal = refusal  # the failure of every task

    read = staticmethod(read)
    heart = staticmethod(heart)
    leave = staticmethod(start.leave)

    def probe(self, record, message):
        from . import probe

        return probe.answer(record, message)

    def failure(self, error):
        """A task's failure as the loops keep it. It is put into words when the answer is written: that is no computing."""
        return error

    def unreadable(self, error):
        """The answer to a message that cannot be unpickled: the parent sends its tasks one by one then."""
        from . import failures

        kind, text, _, where = failures.failure(error)
        said = text if kind == "UnpicklingError" else "%s: %s" % (kind, text)
        return self.write(UNKNOWN, UNKNOWN, [None], {0: ("UnpicklingError", said, "", where)})

    def refused(self, message):
        """The answer where the user's file could not be loaded."""
        from . import blind

        job, index, count = blind.numbers(message)
        return self._all_failed(job, index, count, self.refusal)

    def abandoned(self, job, index, count):
        return self._all_failed(job, index, count, _CANCELLED)

    def write(self, job, index, values, failures):
        """The answer's bytes. A result that cannot be pickled is its task's failure."""
        if not failures:
            try:
                return dumps((job, index, (True, values)), self._protocol)
            except BaseException:
                pass
        from . import outcomes

        return outcomes.write(job, index, values, _in_words(failures) if failures else {}, self._protocol)

    def _all_failed(self, job, index, count, failure):
        return self.write(job, index, [None] * count, dict.fromkeys(range(count), failure))

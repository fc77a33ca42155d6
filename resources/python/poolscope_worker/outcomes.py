# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""The answer to a chunk whose tasks have not all a value that can travel."""
import time
from _pickle import dumps

from poolscope import ChunkOutcomes

from . import failures as of_errors

# Explaining takes time, and every task of a job may fail for the same reason.
_EXPLAINING_S = 3.0
_left = [_EXPLAINING_S]


def write(job, index, values, failures, protocol):
    """`failures` by their task's place; those of results that cannot be pickled are added."""
    for i, value in enumerate(values):
        if i not in failures:
            try:
                dumps(value, protocol)
            except BaseException as error:
                failures[i] = _unpicklable(value, error)
    try:
        return _pickled(job, index, values, failures, protocol)
    except BaseException as error:  # each alone can be pickled, all together cannot: too large perhaps
        failure = _refused(error)
    return _pickled(job, index, values, {i: failures.get(i, failure) for i in range(len(values))}, protocol)


def _pickled(job, index, values, failures, protocol):
    told = [(False, failures[i]) if i in failures else (True, value) for i, value in enumerate(values)]
    return dumps((job, index, (False, ChunkOutcomes(told))), protocol)


def _refused(error):
    kind, text = of_errors.kind_of(error), of_errors.text_of(error)
    return "PicklingError", "The result cannot be pickled: %s: %s" % (kind, text), "result", ""


def _unpicklable(value, error):
    """Names what is at fault by its path in the result, while there is time for that."""
    began = time.monotonic()
    entry = None
    if _left[0] > 0:
        from . import explaining

        entry = next((one for one in explaining.explain(value, error, "result")["paths"] if one["text"]), None)
        _left[0] -= time.monotonic() - began
    if entry is None:
        return _refused(error)
    return "PicklingError", "%s cannot be pickled: %s" % (entry["type"], entry["text"]), entry["path"], ""

# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""What a plain loop over a sample of the input costs: core/worker/probe.cpp, `measure`."""
import struct
from time import monotonic_ns

from . import chunk

_REQUEST = struct.Struct("<qQ")
_BLOCK = struct.Struct("<QQq")
_CALLS_BETWEEN_LOOKS = 16  # at the clock, while a block is run
_MOST_BLOCKS = 100000


def answer(record, message):
    """The blocks that were measured, as bytes; none where the message cannot be read."""
    budget, blocks = _REQUEST.unpack_from(record.ljust(_REQUEST.size, b"\0"))
    try:
        _, _, function, items = chunk.read(message)
    except BaseException:  # the run itself will tell of it
        return b""
    return b"".join(_BLOCK.pack(*one) for one in _measure(function, items, budget, blocks))


def _measure(function, items, budget, blocks):
    """Item k is of block k mod n: each block is spread over the whole input, as the sample is."""
    count = max(1, min(blocks, len(items)))
    spread = [items[k::count] for k in range(count)]
    if not items:
        return []
    measured, deadline = [], monotonic_ns() + budget
    while monotonic_ns() < deadline and len(measured) < _MOST_BLOCKS:
        block = len(measured) % count
        began = monotonic_ns()
        calls = _run_block(function, spread[block], deadline)
        measured.append((block, calls, monotonic_ns() - began))
    return measured[count:] if len(measured) > 2 * count else measured  # the first round is slower


def _run_block(function, items, deadline):
    """The whole block, unless the budget ends on the way."""
    for calls, item in enumerate(items, 1):
        try:
            function(item)
        except BaseException:  # a failure costs what it costs
            pass
        if calls % _CALLS_BETWEEN_LOOKS == 0 and monotonic_ns() > deadline:
            return calls
    return len(items)

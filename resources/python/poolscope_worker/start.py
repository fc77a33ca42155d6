# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Becomes a worker: follows its parent, loads the user's file, and serves each of its lanes."""
import os
import sys
import _signal

import poolscope_worker

_CHANNEL, _MEMORY = 3, 4  # descriptors of the first lane; each further lane has the next two


def helper():
    """The loop in C, or None where it was not built or is not wanted."""
    if os.environ.get("POOLSCOPE_PYTHON_HELPER") == "0":
        return None
    try:
        from . import _native
    except ImportError:
        return None
    return _native


def start(protocol, transport, index, out_of_band, lanes, path):
    native = helper()
    follow_parent(native)
    if transport == "ring" and native is None:
        sys.stderr.write("A Python worker speaks over a ring only with its helper in C, which is not here.\n")
        return 2
    sys.stdout.reconfigure(line_buffering=True)  # it is the parent's stderr: what tasks print is read while they run
    numbers = range(int(index), int(index) + int(lanes))
    if len(numbers) == 1:
        poolscope_worker._workers[None] = numbers[0]
    from . import load_file, serve

    for fd in range(_CHANNEL, _CHANNEL + 2 * len(numbers)):
        os.set_inheritable(fd, False)  # what tasks start must not keep the channel open
    refusal = load_file.load(path) if path else load_file.load_nothing()
    serve.serve([serve.Lane(number, _CHANNEL + 2 * k, _MEMORY + 2 * k, int(protocol), transport, refusal, native,
                            len(numbers) > 1) for k, number in enumerate(numbers)])
    leave()


def follow_parent(native):
    """Dies with the parent. Without the helper nothing can ask the kernel for that: the end of the channel ends the
    worker, after the task that it is on."""
    parent = os.environ.pop("POOLSCOPE_PARENT", None)  # what we start has another parent
    if native is not None:
        native.die_with_parent()
    if parent is not None and parent != str(os.getppid()):
        os._exit(1)
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
    _signal.signal(_signal.SIGPIPE, _signal.SIG_IGN)
    _signal.pthread_sigmask(_signal.SIG_UNBLOCK, [_signal.SIGINT])


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:  # the user's own stream, or none
            pass


def leave():
    """Ends the process with nothing run but what was printed."""
    flush()
    os._exit(0)

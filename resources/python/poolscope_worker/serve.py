# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""A worker's life on one lane: it takes a frame, unpickles it, runs its tasks, pickles what came out and sends it, and
notes the moment between each of these. The helper in C does the same (native_lane.h); this one serves without it."""
import os
import struct
from _thread import get_ident
from time import monotonic_ns

import poolscope_worker

from . import frames, page, usage
from .chunk import Chunks
from .run import run_tasks

_RECORD = struct.Struct("<6q")
_MOMENT = struct.Struct("<q")


def serve(lanes):
    """Until all their channels have ended: a single lane on this thread, several each on one of its own."""
    if len(lanes) == 1:
        return lanes[0].serve()
    import threading

    threads = [threading.Thread(target=lane.serve, name="worker %d" % lane.number) for lane in lanes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _close(channel):
    try:
        os.close(channel)
    except OSError:
        pass


class Lane:
    def __init__(self, number, channel, memory, protocol, transport, refusal, native, shares_gil):
        self.number = number
        self.channel = channel
        self.memory = memory
        self.page = page.open_page(memory)
        self.chunks = Chunks(protocol, refusal)
        self._protocol = protocol
        self._is_ring = transport == "ring"
        self._native = native
        self._shares_gil = shares_gil

    def serve(self):
        poolscope_worker._workers[get_ident()] = self.number
        self.usage = usage.Usage(self.page, self._shares_gil)
        try:
            if self._native is not None:
                self._native.serve(self.chunks, self.usage, self.channel, self.memory, self._is_ring, self._protocol)
            else:
                self._serve(frames.Frames(self.channel))
        except frames.Broken as error:
            frames.complain(error)
        except BrokenPipeError:  # nobody is there to take an answer
            pass
        except OSError as error:  # a task has closed what is ours
            frames.complain(error)
        finally:
            _close(self.channel)

    def _serve(self, channel):
        wait_began = monotonic_ns()
        channel.send(frames.READY, 0, _MOMENT.pack(wait_began), b"")
        self.usage.refresh(wait_began, 0)
        while True:
            read_began = wait_began  # where the next is there already
            if not channel.holds_bytes():
                if not channel.wait():
                    return
                read_began = monotonic_ns()
            if not self._answer(channel, wait_began, read_began):
                return
            wait_began = monotonic_ns()

    def _answer(self, channel, wait_began, read_began):
        """One frame: nothing of it is alive behind here."""
        frame = channel.next()
        if frame is None:
            return False
        kind, serial, record, payload = frame
        del frame
        if kind == frames.PROBE:
            channel.send(frames.RESULT, serial, b"", self.chunks.probe(record, payload))
            return True
        read = monotonic_ns()
        self.page[page.FINISHED] = 0
        self.page[page.CHUNK] = serial
        answer, unpickled, computed = self._answer_chunk(serial, payload)
        moments = _RECORD.pack(wait_began, read_began, read, unpickled, computed, monotonic_ns())
        channel.send(frames.RESULT, serial, moments, answer)
        self.page[page.CHUNK] = page.IDLE
        return True

    def _answer_chunk(self, serial, message):
        """The answer's bytes, and when the message was unpickled and its tasks had run."""
        chunks = self.chunks
        if chunks.refusal is not None:
            answer = chunks.refused(message)
            at = monotonic_ns()
            return answer, at, at
        try:
            job, index, function, items = chunks.read(message)
        except BaseException as error:
            at = monotonic_ns()
            return chunks.unreadable(error), at, at
        unpickled = monotonic_ns()
        self.page[page.COMPUTE_BEGAN] = unpickled
        values, failures = run_tasks(function, items, self.page, serial, chunks.failure)
        self.page[page.COMPUTE_BEGAN] = 0
        computed = monotonic_ns()
        self.usage.refresh(computed, computed - unpickled)
        if values is None:
            return chunks.abandoned(job, index, len(items)), unpickled, computed
        return chunks.write(job, index, values, failures), unpickled, computed

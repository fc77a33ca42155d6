# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Frames over the socket: core/transport/README.md says what they are made of."""
import os
import struct
import sys

READY, TASK, RESULT, PROBE = 1, 2, 3, 4

_MAGIC = 0x50534331
_LIMIT = 1 << 33
_AHEAD = 64 * 1024
_MOST = 1 << 20  # that a single read takes, so that memory grows with what comes and not with what a head promises
_HEAD = struct.Struct("<IIIIQII")


class Broken(Exception):
    """What came is no frame."""


class Frames:
    """This worker's end of its channel."""

    def __init__(self, fd):
        os.set_blocking(fd, True)
        self._fd = fd
        self._ahead = b""  # what was read, and from _at on not yet taken
        self._at = 0

    def holds_bytes(self):
        return self._at < len(self._ahead)

    def wait(self):
        """Until something of the next frame is there; False at the end of the channel."""
        return self.holds_bytes() or self._more()

    def next(self):
        """(kind, serial, record, payload), or None at the end of the channel. Raises Broken."""
        while len(self._ahead) - self._at < _HEAD.size:
            if not self._more():
                if self.holds_bytes():
                    raise Broken("The channel ended in the middle of a frame.")
                return None
        kind, record, serial, payload = self._checked(*_HEAD.unpack_from(self._ahead, self._at))
        self._at += _HEAD.size
        body = self._body(record + payload)
        return kind, serial, bytes(body[:record]), body[record:] if record else body

    def send(self, kind, serial, record, payload):
        head = _HEAD.pack(_MAGIC, kind, len(record), serial, len(payload), 0, 0)
        rest = [head + record + payload] if len(payload) < _AHEAD else [head + record, payload]
        while rest:
            given = os.writev(self._fd, rest)
            while rest and given >= len(rest[0]):
                given -= len(rest.pop(0))
            if given:
                rest[0] = memoryview(rest[0])[given:]

    def close(self):
        os.close(self._fd)

    def _more(self):
        came = self._read(_AHEAD)
        self._ahead = self._ahead[self._at:] + came
        self._at = 0
        return bool(came)

    def _read(self, most):
        try:
            return os.read(self._fd, most)
        except ConnectionError:
            return b""

    def _checked(self, magic, kind, record, serial, payload, segment, buffers):
        if magic != _MAGIC:
            raise Broken("What arrived is not a frame: it does not begin with the frame's magic number.")
        if not READY <= kind <= PROBE:
            raise Broken("What arrived is not a frame that is known here: its kind is %d." % kind)
        if segment or buffers:
            raise Broken("A frame came with buffers beside it, which a Python worker does not take.")
        if record + payload > _LIMIT:
            raise Broken("A frame announces %d bytes, more than the %d that are allowed." % (record + payload, _LIMIT))
        return kind, record, serial, payload

    def _body(self, size):
        body = self._ahead[self._at:self._at + size]
        self._at += len(body)
        if len(body) == size:
            return body
        body = bytearray(body)
        while len(body) < size:
            missing = size - len(body)
            came = self._read(min(_MOST, max(_AHEAD, missing)))
            if not came:
                raise Broken("The channel ended in the middle of a frame.")
            body += came[:missing]
            self._ahead, self._at = came, missing
        return body


def complain(error):
    sys.stderr.write("A Python worker ends: %s\n" % error)

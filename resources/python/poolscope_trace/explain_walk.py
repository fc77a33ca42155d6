# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Walks through an object as its pickler would, and finds what the pickler refuses, and how it is reached.

Every object is reduced at most once, by what the pickler itself would call. The walk keeps its own stack, so that depth
costs nothing, and looks at the clock at every step.
"""
import copyreg
import pickle
import time
import types

from . import explain_parts as parts
from . import names

ATOMS = frozenset((type(None), bool, int, float, complex, str, bytes, bytearray, type(Ellipsis), type(NotImplemented),
                   pickle.PickleBuffer))
_STEPS = 400_000


class Full(Exception):
    """No more bytes, no more time."""


class Sink:
    """A file that takes bytes up to a limit or a time, and then makes its pickler stop."""

    def __init__(self, limit, deadline):
        self.limit, self.deadline = limit, deadline
        self.size = 0
        self.head = b""

    def write(self, data):
        if len(self.head) < 3:
            self.head += bytes(data[:3])
        self.size += len(data)
        if self.size > self.limit or time.monotonic() > self.deadline:
            raise Full
        return len(data)


class Walk:
    """One walk: `culprits` are the ids of what is refused, in the order found; `objects` and `texts` go by id."""

    def __init__(self, pickler, deadline):
        self.make, self.deadline = pickler, deadline
        self.pickler = pickler(Sink(1 << 30, deadline))
        self.override = getattr(self.pickler, "reducer_override", None)
        self.table = getattr(self.pickler, "dispatch_table", copyreg.dispatch_table)
        self.saves = self.pickler.dispatch if isinstance(self.pickler, pickle._Pickler) else {}
        self.culprits, self.suspects, self.texts = [], [], {}
        self.objects, self.ways, self.states = {}, {}, {}
        self.kept = []  # what reducing made: an id is good only while its object lives
        self.deepest, self.depth = None, 0
        self.late = self.incomplete = False

    def run(self, root):
        stack = [iter([(None, "", root)])]
        while stack and not self.late:
            try:
                below = self._next(stack[-1])
            except Exception:  # a container that another thread changes under our hands
                self.incomplete, below = True, None
            if below is None:
                stack.pop()
                continue
            stack.append(self._children(below))
            if len(stack) > self.depth:
                self.depth, self.deepest = len(stack), id(below)
        self.incomplete = self.incomplete or self.late
        self.culprits = self.culprits or self.suspects

    def _next(self, children):
        """The next child that was not seen yet, or None."""
        for edge in children:
            if time.monotonic() > self.deadline:
                self.late = True
                return None
            if edge is None or type(edge[2]) in ATOMS:
                continue
            parent, label, child = edge
            self.ways.setdefault(id(child), []).append((parent, label))
            if id(child) not in self.objects:
                self.objects[id(child)] = child
                return child
        return None

    def refuse(self, thing, text):
        if id(thing) not in self.texts:
            self.culprits.append(id(thing))
            self.texts[id(thing)] = text

    def _children(self, thing):
        kind = type(thing)
        if kind in (tuple, list):
            return parts.items(thing, ATOMS)
        if kind is dict and not parts.has_own_save(self.saves, kind):
            return parts.entries(thing, ATOMS)
        if kind in (set, frozenset):
            return parts.elements(thing)
        if parts.is_plain_array(kind, thing):
            return iter(())
        try:
            if parts.has_own_save(self.saves, kind):
                return self._saved(thing)
            value = self._reduce(thing, kind)
        except Full:
            self.late = True
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self.refuse(thing, names.error_text(error))
        else:
            return self._reduced(thing, value)
        return iter(())

    def _reduce(self, thing, kind):
        """What the pickler would do, in its order; None where there is nothing to look into."""
        if self.override is not None:
            value = self.override(thing)
            if value is not NotImplemented:
                return value
        if kind is types.FunctionType or kind is type:
            return self._by_name(thing)
        reducer = self.table.get(kind)
        if reducer is not None:
            return None if parts.opens_a_handle(reducer) else reducer(thing)
        if issubclass(kind, type):
            return self._by_name(thing)
        return thing.__reduce_ex__(pickle.DEFAULT_PROTOCOL)

    def _by_name(self, thing):
        self.make(Sink(1 << 20, self.deadline)).dump(thing)

    def _reduced(self, thing, value):
        self.kept.append(value)
        if value is None:
            return iter(())
        if type(value) is str:
            text = parts.not_under_its_name(thing, value)
            if text:
                self.refuse(thing, text)
            return iter(())
        if type(value) is not tuple or not 2 <= len(value) <= 6 or type(value[1]) is not tuple:
            self.refuse(thing, "its __reduce__ gives no name and no tuple of a callable and its arguments")
            return iter(())
        self.states[id(thing)] = parts.attributes_of(value)
        return self._guarded(thing, parts.reduced(thing, value))

    def _guarded(self, thing, children):
        """Items that a reduce value gives one by one may raise, and then it is that object which is refused."""
        try:
            yield from children
        except Exception as error:
            self.refuse(thing, names.error_text(error))

    def _saved(self, thing):
        """For picklers that know types of their own (dill): what they take is good, what not is looked into."""
        try:
            self.make(Sink(1 << 26, self.deadline)).dump(thing)
            return iter(())
        except Full:
            return iter(())
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self.texts[id(thing)] = names.error_text(error)
            self.suspects.append(id(thing))
        return parts.inside_function(thing)

    def size(self, thing, limit):
        """Bytes of this object in a message, or None."""
        sink = Sink(limit, self.deadline)
        try:
            pickler = self.make(sink)
            table = getattr(pickler, "dispatch_table", None)
            for kind in [] if type(table) is not dict else list(table):
                if parts.opens_a_handle(table[kind]):
                    table[kind] = parts.refuse_handle
            pickler.dump(thing)
        except KeyboardInterrupt:
            raise
        except BaseException:
            return None
        frame = 9 if sink.head[2:3] == pickle.FRAME else 0
        return sink.size - len(b"\x80\x04.") - frame

    def paths_to(self, target, limit):
        """Every way from the root to one object, each as a list of (label, object id), the way that was found first."""
        found, steps = [], 0
        ways, suffix, on_way = [iter(self.ways[target])], [], {target}
        nodes = [target]
        while ways and len(found) < limit and steps < _STEPS and (time.monotonic() < self.deadline or not found):
            steps += 1
            way = next(ways[-1], None)
            if way is None:
                ways.pop()
                on_way.discard(nodes.pop())
                if suffix:
                    suffix.pop()
                continue
            parent, label = way
            if parent is None:
                found.append([(label, nodes[-1])] + suffix[::-1])
            elif parent not in on_way:
                suffix.append((label, nodes[-1]))
                nodes.append(parent)
                on_way.add(parent)
                ways.append(iter(self.ways.get(parent, ())))
        return found

# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""What Poolscope's messages name: a chunk's outcomes, and the catalogue's own functions in Python."""


class ChunkOutcomes:
    """The answer to a chunk of which some task failed: for each (True, value), or (False, (kind, text, path,
    where))."""

    def __init__(self, outcomes):
        self.outcomes = outcomes

    def __reduce__(self):
        return ChunkOutcomes, (self.outcomes,)

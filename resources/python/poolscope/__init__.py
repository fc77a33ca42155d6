# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""What Poolscope's messages name: a chunk's outcomes, and the catalogue's own functions in Python."""


class ChunkOutcomes(list):
    """The answer to a chunk of which some task failed: (True, value) or (False, (kind, text, path,
    where)) for each."""

    def __reduce__(self):
        return ChunkOutcomes, (list(self),)

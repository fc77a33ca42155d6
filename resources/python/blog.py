# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""The story's class, as the jobs BigPow.pow name it."""


class BigPow:
    def __init__(self, n):
        self.n = n

    def pow(self, x):
        return x ** self.n


class BigPowGetState(BigPow):
    """Its state came without the pool."""

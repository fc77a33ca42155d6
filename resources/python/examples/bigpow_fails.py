# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""pool.map of a method: its object travels along, and that object holds the pool, which cannot travel."""
from multiprocessing import Pool


class BigPow:
    def __init__(self, n):
        self.n = n
        self.pool = Pool(2)

    def pow(self, x):
        return x ** self.n

    def run(self, numbers):
        return self.pool.map(self.pow, numbers)


if __name__ == "__main__":
    values = BigPow(10).run(range(20))
    print(values)
    print(sum(values))

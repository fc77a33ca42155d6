# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""The first cure: __getstate__ leaves the pool out of what travels."""
from multiprocessing import Pool


class BigPow:
    def __init__(self, n):
        self.n = n
        self.pool = Pool(2)

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["pool"]
        return state

    def pow(self, x):
        return x ** self.n

    def run(self, numbers):
        return self.pool.map(self.pow, numbers)


if __name__ == "__main__":
    big = BigPow(10)
    values = big.run(range(20))
    big.pool.close()
    big.pool.join()
    print(values)
    print(sum(values))

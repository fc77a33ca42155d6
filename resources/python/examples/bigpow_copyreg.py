# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""The second cure: copyreg registers from outside how a BigPow travels, and the class stays as it is."""
import copyreg
from multiprocessing import Pool


class BigPow:
    def __init__(self, n, pool=None):
        self.n = n
        self.pool = pool

    def pow(self, x):
        return x ** self.n

    def run(self, numbers):
        return self.pool.map(self.pow, numbers)


def reduced(big):
    return BigPow, (big.n,)


copyreg.pickle(BigPow, reduced)


if __name__ == "__main__":
    with Pool(2) as pool:
        values = BigPow(10, pool).run(range(20))
    print(values)
    print(sum(values))

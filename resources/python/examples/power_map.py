# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""pool.map of a function: the function travels by its name, and it works."""
from multiprocessing import Pool


def power(x):
    return x ** 10


if __name__ == "__main__":
    with Pool(2) as pool:
        values = pool.map(power, range(20))
    print(values)
    print(sum(values))

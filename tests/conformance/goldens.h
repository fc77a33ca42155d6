// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What pickle/make_goldens.py has the C pickler of /usr/bin/python3 write.

#include <string>
#include <vector>

namespace poolscope {

struct Golden {
    std::string name;
    std::string repr;   ///< empty where Python's is not compared
    std::string pickle; ///< by CPython
    std::string other;  ///< the same object in another protocol, or empty
};

/// Some thousands that never change, and `count` random values.
std::vector<Golden> makeGoldens(int seed, int count);

} // namespace poolscope

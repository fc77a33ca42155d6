// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/goldens.h"

#include "tests/conformance/script_texts.h"

namespace poolscope {

std::vector<Golden> makeGoldens(int seed, int count)
{
    const std::vector<std::string> texts =
        textsOfScript("make_goldens.py", std::to_string(seed) + " " + std::to_string(count));
    std::vector<Golden> goldens;
    for (std::size_t i = 0; i + 4 <= texts.size(); i += 4) {
        goldens.push_back({texts[i], texts[i + 1], texts[i + 2], texts[i + 3]});
    }
    return goldens;
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/python/python_file.h"

namespace poolscope {

/// The items of a list or a generator of the file. An interpreter of its own makes them, one after the
/// other, as they are taken: also without end. Started by the first take.
std::shared_ptr<Input> pythonInput(const PythonPlace& place, const std::string& file,
                                   const PythonItems& items);

} // namespace poolscope

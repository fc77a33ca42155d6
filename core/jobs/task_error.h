// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace poolscope {

/// An exception of a task that names its kind as Python would: TaskError("OSError", "a.txt: …").
/// Other exceptions are known by their C++ type.
class TaskError final : public std::runtime_error {
public:
    TaskError(std::string kind, const std::string& text)
        : std::runtime_error(text), m_kind(std::move(kind))
    {}
    const std::string& kind() const { return m_kind; }

private:
    std::string m_kind;
};

} // namespace poolscope

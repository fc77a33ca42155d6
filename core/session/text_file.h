// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Text of any length on its way to a file, in large pieces, so that memory stays bounded. A file is
// replaced when all of it is there; a pipe or a device is written to as it comes. Private to core/session.

#include "core/session/new_file.h"

#include <optional>
#include <string>

namespace poolscope {

class TextFile final {
public:
    static Result<TextFile> open(const std::string& path);

    std::string& text() { return m_text; } ///< append here, then settle()
    /// Writes when there is much; false where that failed: the rest is not worth making.
    bool settle() { return m_text.size() < muchText ? m_error.empty() : flush(); }
    /// Writes the rest and gives the file its name.
    Result<void> keep();

private:
    static constexpr std::size_t muchText = 1 << 18;

    TextFile(std::string path, std::optional<NewFile> file, Descriptor device);
    bool flush();

    std::string m_path;
    std::optional<NewFile> m_file;
    Descriptor m_device; ///< where there is no file to be replaced
    std::string m_text;
    std::string m_error;
};

} // namespace poolscope

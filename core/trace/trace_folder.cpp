// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/trace/trace.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace poolscope {

Result<TraceFolder> TraceFolder::make()
{
    std::error_code none;
    const char* const runtime = std::getenv("XDG_RUNTIME_DIR");
    const std::string usual = std::filesystem::temp_directory_path(none).string();
    Error error{"OSError", "", {}};
    for (const std::string& place : {std::string(runtime != nullptr ? runtime : ""), usual}) {
        std::string path = place + "/poolscope-trace-XXXXXX";
        if (!place.empty() && ::mkdtemp(path.data()) != nullptr) return TraceFolder(path); // mode 0700
        error.text = "no folder for the trace can be made in " + place + ": " + std::strerror(errno) + ".";
    }
    return error;
}

TraceFolder::~TraceFolder()
{
    std::error_code ignored;
    if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
}

} // namespace poolscope

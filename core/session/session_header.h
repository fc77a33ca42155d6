// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The first hundred bytes of a session, looked at before SQLite is: what the file is, which version,
// and whether all of it is there. Private to core/session.

#include "core/base/base.h"

#include <cstdint>
#include <string>

namespace poolscope {

struct SessionHeader {
    std::uint64_t size = 0; ///< of the file, bytes
};

/// "OSError" with one sentence where the file cannot be read, is no session, is cut short, or comes
/// from a newer version.
Result<SessionHeader> readSessionHeader(const std::string& path);

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// How a process by hand is told what to run: by its arguments (the flag, its name, how many
// descriptors came along) and these descriptors.

namespace poolscope {

inline constexpr const char* processFlag = "--poolscope-process";
inline constexpr int processMessageFd =
    3; ///< sealed memory with the pickle of (function, argument)
inline constexpr int processLuggageFd = 4; ///< the first of the sockets that the argument holds

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The one call that copies this process as a child of its own parent.

#include "core/base/base.h"

#include <sys/types.h>

namespace poolscope {

/// What sibling() gives: in the copy pid is 0; in this process the copy's, or an errno.
struct Sibling {
    pid_t pid = -1;
    int error = 0;
    Descriptor pidfd; ///< of the copy, in this process
};

/// Copies this process, which must have one thread. ENOSYS, EPERM or EINVAL: this machine does not
/// allow it.
Sibling sibling();

} // namespace poolscope

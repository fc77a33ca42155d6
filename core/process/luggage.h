// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What of a Process's arguments travels as descriptors: a Connection or a Queue is pickled as its
// place among them. Only a registry that stands over the catalogue's for that one trip knows how, so
// that everywhere else they cannot be pickled.

#include "core/process/connection.h"
#include "core/process/queue.h"

#include <vector>

namespace poolscope {

/// In the parent: the sockets that were met, in the order of their places.
using Luggage = std::vector<std::shared_ptr<Socket>>;

/// `under` and `luggage` outlive the registry.
Registry packing(const Registry& under, Luggage& luggage);
/// In the child: `luggage` is what came. A place that it has not throws.
Registry unpacking(const Registry& under, const Luggage& luggage);

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/jobs/call.h"

namespace poolscope {

Result<Value> ValueItems::reduce(std::size_t i, Document& document, const Registry&) const
{
    return document.copy(m_values[i]);
}

} // namespace poolscope

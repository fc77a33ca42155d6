// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/process/mailbox.h"

namespace poolscope {

Deadline deadlineIn(const Timeout& timeout)
{
    return timeout ? deadlineIn(std::optional<Nanos>(timeout->count())) : Deadline();
}

Result<Buffer> pickled(Value value)
{
    Buffer bytes;
    if (auto written = PickleWriter().write(value, bytes); !written) {
        return written.error();
    }
    return bytes;
}

Result<Received> unpickled(Buffer bytes)
{
    Received received{std::move(bytes), std::make_unique<Document>(), {}};
    const auto value = readPickle(received.bytes.view(), *received.document);
    if (!value) {
        return value.error();
    }
    received.value = *value;
    return received;
}

} // namespace poolscope

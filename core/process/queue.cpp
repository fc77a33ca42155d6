// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/process/queue.h"

#include "core/start/start.h"

#include <cerrno>
#include <system_error>

#include <poll.h>

namespace poolscope {

namespace {

Error isClosed() { return {"ValueError", "The queue is closed.", {}}; }

Error queueErrorOf(int reason)
{
    return {"OSError",
            reason == EBADMSG ? "What came out of the queue is no message."
                              : std::generic_category().message(reason) + ".",
            {}};
}

} // namespace

Result<Queue> Queue::make()
{
    auto ends = makePacketSockets();
    if (!ends) {
        return ends.error();
    }
    return Queue(std::make_shared<Socket>(std::move(ends->first)),
                 std::make_shared<Socket>(std::move(ends->second)));
}

Queue::Queue(std::shared_ptr<Socket> taking, std::shared_ptr<Socket> putting)
    : m_taking(std::move(taking)), m_putting(std::move(putting))
{}

Result<void> Queue::putBytes(std::string_view pickle, const Timeout& timeout)
{
    if (closed()) {
        return isClosed();
    }
    const int reason = sendParcel(m_putting->end.get(), pickle, deadlineIn(timeout));
    if (reason == ETIMEDOUT) {
        return Error{"Full", "The queue was full all the time that was given.", {}};
    }
    return reason == 0 ? Result<void>() : queueErrorOf(reason);
}

Result<Buffer> Queue::getBytes(const Timeout& timeout)
{
    if (closed()) {
        return isClosed();
    }
    Buffer bytes;
    const int reason = receiveParcel(m_taking->end.get(), bytes, deadlineIn(timeout), parcelLimit);
    if (reason == ETIMEDOUT) {
        return Error{"Empty", "The queue was empty all the time that was given.", {}};
    }
    return reason == 0 ? Result<Buffer>(std::move(bytes)) : queueErrorOf(reason);
}

Result<void> Queue::putValue(Value value, const Timeout& timeout)
{
    const auto bytes = pickled(value);
    return bytes ? putBytes(bytes->view(), timeout) : Result<void>(bytes.error());
}

Result<Received> Queue::getValue(const Timeout& timeout)
{
    auto bytes = getBytes(timeout);
    return bytes ? unpickled(std::move(*bytes)) : Result<Received>(bytes.error());
}

bool Queue::empty() const { return closed() || !awaitSocket(m_taking->end.get(), POLLIN, now()); }

void Queue::close()
{
    m_taking->end.reset();
    m_putting->end.reset();
}

} // namespace poolscope

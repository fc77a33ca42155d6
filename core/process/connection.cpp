// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/process/connection.h"

#include "core/start/start.h"

#include <cerrno>
#include <system_error>

#include <poll.h>

namespace poolscope {

namespace {

Error errorOf(int reason)
{
    switch (reason) {
    case EPIPE: return {"EOFError", "The other end of the connection is closed.", {}};
    case EBADMSG: return {"OSError", "What came over the connection is no message.", {}};
    default: return {"OSError", std::generic_category().message(reason) + ".", {}};
    }
}

} // namespace

Connection::Connection(std::shared_ptr<Socket> socket, bool readable, bool writable)
    : m_socket(std::move(socket)), m_readable(readable), m_writable(writable)
{}

Result<void> Connection::check(bool allowed, const char* what) const
{
    if (closed()) {
        return Error{"OSError", "The connection is closed.", {}};
    }
    return allowed ? Result<void>()
                   : Error{"OSError", std::string("This end of the connection ") + what + ".", {}};
}

Result<void> Connection::sendBytes(std::string_view bytes)
{
    if (auto good = check(m_writable, "only receives"); !good) {
        return good.error();
    }
    const int reason = sendParcel(descriptor(), bytes, {});
    if (reason == EPIPE) {
        return Error{"BrokenPipeError", "Nobody has the other end of the connection any more.", {}};
    }
    return reason == 0 ? Result<void>() : errorOf(reason);
}

Result<Buffer> Connection::recvBytes()
{
    if (auto good = check(m_readable, "only sends"); !good) {
        return good.error();
    }
    Buffer bytes;
    const int reason = receiveParcel(descriptor(), bytes, {}, parcelLimit);
    return reason == 0 ? Result<Buffer>(std::move(bytes)) : errorOf(reason);
}

Result<void> Connection::sendValue(Value value)
{
    const auto bytes = pickled(value);
    return bytes ? sendBytes(bytes->view()) : Result<void>(bytes.error());
}

Result<Received> Connection::recvValue()
{
    auto bytes = recvBytes();
    return bytes ? unpickled(std::move(*bytes)) : Result<Received>(bytes.error());
}

Result<bool> Connection::poll(std::chrono::nanoseconds timeout)
{
    if (auto good = check(m_readable, "only sends"); !good) {
        return good.error();
    }
    return awaitSocket(descriptor(), POLLIN, deadlineIn(Timeout(timeout)));
}

void Connection::close() { m_socket->end.reset(); }

Result<Pipe> Pipe::make(bool duplex)
{
    auto ends = makePacketSockets();
    if (!ends) {
        return ends.error();
    }
    return Pipe{Connection(std::make_shared<Socket>(std::move(ends->first)), true, duplex),
                Connection(std::make_shared<Socket>(std::move(ends->second)), duplex, true)};
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// One of the two ends of a Pipe: typed objects, Values and plain bytes go in here and come out there,
// each whole. As multiprocessing's Connection.

#include "core/process/mailbox.h"

#include <utility>

namespace poolscope {

/// A handle; copies share the end. Several threads may use one, but closing it is for the last.
/// Errors: "EOFError" where the other end was closed by all who had it and nothing is left to take,
/// "BrokenPipeError" where nobody is left to send to, "OSError" for a closed or a one-way end and
/// for what came and is no message.
class Connection final {
public:
    explicit Connection(std::shared_ptr<Socket> socket, bool readable = true, bool writable = true);

    template <class T> Result<void> send(const T& object, const Registry& registry = Registry())
    {
        const auto bytes = pickledObject(object, registry);
        return bytes ? sendBytes(bytes->view()) : Result<void>(bytes.error());
    }
    /// The next object; "UnpicklingError" where it is no T, and it is gone then.
    template <class T> Result<T> recv(const Registry& registry = Registry())
    {
        const auto bytes = recvBytes();
        return bytes ? unpickle<T>(bytes->view(), registry) : Result<T>(bytes.error());
    }
    Result<void> sendValue(Value value);
    Result<Received> recvValue();

    Result<void> sendBytes(std::string_view bytes);
    Result<Buffer> recvBytes(); ///< waits for the next message

    /// Is there something to take? Waits so long for it; the end of file counts.
    Result<bool> poll(std::chrono::nanoseconds timeout = {});

    void close(); ///< for all copies of the handle in this process
    bool closed() const { return !m_socket->end; }
    bool readable() const { return m_readable; }
    bool writable() const { return m_writable; }
    int descriptor() const { return m_socket->end.get(); } ///< for poll
    const std::shared_ptr<Socket>& socket() const { return m_socket; }

private:
    Result<void> check(bool allowed, const char* what) const;

    std::shared_ptr<Socket> m_socket;
    bool m_readable;
    bool m_writable;
};

/// Two connected ends. The other process's end should be closed here once it has been given away, or
/// no end of file will ever be seen.
struct Pipe {
    Connection first;  ///< not duplex: only receives
    Connection second; ///< not duplex: only sends

    static Result<Pipe> make(bool duplex = true);
};

template <> struct Unpicklable<Connection> {
    static constexpr bool value = true;
    static constexpr const char* name = "Connection";
    static constexpr const char* reason =
        "Connection objects can only be given to a Process, as an argument";
};

} // namespace poolscope

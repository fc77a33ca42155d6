// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A queue of pickled objects between any number of producers and consumers, in any processes. It is
// a pair of packet sockets that all of them have: a message is put and taken by one system call, so
// that there is no lock which a killed process could hold, and no half of a message.

#include "core/process/mailbox.h"

namespace poolscope {

/// A handle; copies share the queue. It holds what fits into a socket's buffer (some hundred small
/// messages); then put waits. A message belongs to whoever took it: if that one is killed, it is
/// lost with it, and no other is. Errors: "Full" and "Empty" when the time is over, "ValueError"
/// for a closed queue, "OSError" for what came and is no message.
class Queue final {
public:
    static Result<Queue> make();
    Queue(std::shared_ptr<Socket> taking, std::shared_ptr<Socket> putting);

    template <class T>
    Result<void> put(const T& object, const Timeout& timeout = {},
                     const Registry& registry = Registry())
    {
        const auto bytes = pickledObject(object, registry);
        return bytes ? putBytes(bytes->view(), timeout) : Result<void>(bytes.error());
    }
    /// The next object; "UnpicklingError" where it is no T, and it is gone then.
    template <class T>
    Result<T> get(const Timeout& timeout = {}, const Registry& registry = Registry())
    {
        const auto bytes = getBytes(timeout);
        return bytes ? unpickle<T>(bytes->view(), registry) : Result<T>(bytes.error());
    }
    Result<void> putValue(Value value, const Timeout& timeout = {});
    Result<Received> getValue(const Timeout& timeout = {});

    Result<void> putBytes(std::string_view pickle, const Timeout& timeout = {});
    Result<Buffer> getBytes(const Timeout& timeout = {});

    bool empty() const; ///< at this moment; another process may change it at the next
    void close();       ///< for all copies of the handle in this process
    bool closed() const { return !m_taking->end; }
    const std::shared_ptr<Socket>& taking() const { return m_taking; }
    const std::shared_ptr<Socket>& putting() const { return m_putting; }

private:
    std::shared_ptr<Socket> m_taking;
    std::shared_ptr<Socket> m_putting;
};

template <> struct Unpicklable<Queue> {
    static constexpr bool value = true;
    static constexpr const char* name = "Queue";
    static constexpr const char* reason =
        "Queue objects can only be given to a Process, as an argument";
};

} // namespace poolscope

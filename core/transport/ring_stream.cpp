// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// Two rings and the socket beside them, which wakes whoever sleeps and tells of the other end's death.

#include "core/transport/ring.h"
#include "core/transport/socket.h"
#include "core/transport/spinner.h"
#include "core/transport/transport.h"

#include <array>
#include <new>

#include <fcntl.h>
#include <poll.h>
#include <sys/uio.h>

namespace poolscope {

namespace {

class RingStream final : public ByteStream {
public:
    RingStream(Descriptor socket, std::shared_ptr<void> memory, void* out, void* in, RingSide side)
        : m_socket(std::move(socket)),
          m_memory(std::move(memory)),
          m_out(out),
          m_in(in),
          m_spinner(side == RingSide::Worker) // callers' threads are not ours to move
    {}

    int descriptor() const override { return m_socket.get(); }

    Moved take(void* to, std::size_t count) override
    {
        endWait();
        Moved moved = m_in.take(to, count);
        if (moved.state == Moved::State::Again && m_isOver) {
            moved = m_in.take(to, count); // its last words
            return moved.state == Moved::State::Again ? m_end : moved;
        }
        if (moved.state == Moved::State::Some && m_in.mustWake()) {
            wake();
        }
        return moved;
    }

    Moved give(const iovec* parts, std::size_t count) override
    {
        endWait();
        return m_out.give(parts, count);
    }

    Moved::State announce() override
    {
        if (m_out.mustWake()) {
            wake();
        }
        return Moved::State::Some;
    }

    bool linger() override
    {
        return m_spinner.spin([this] { return m_in.holdsBytes(); });
    }
    bool carriesDescriptors() const override { return true; }
    bool giveDescriptor(int descriptor) override
    {
        return poolscope::giveDescriptor(m_socket.get(), descriptor).state == Moved::State::Some;
    }
    std::optional<Descriptor> takeDescriptor() override
    {
        for (bool more = true; more && m_descriptors.empty() && !m_isOver;) {
            readSocket(); // what wakes us may lie before it
            more = m_end.state == Moved::State::Some;
        }
        if (m_descriptors.empty()) {
            return {};
        }
        Descriptor first = std::move(m_descriptors.front());
        m_descriptors.erase(m_descriptors.begin());
        return first;
    }
    bool givenIsSafe() const override { return true; }
    bool holdsBytes() override { return m_in.holdsBytes(); }

    bool mayWait(bool forRoom) override
    {
        const bool may = m_in.mayWait() && (!forRoom || m_out.mayWait());
        m_waits = true;
        if (!may) {
            endWait();
        }
        return may;
    }

    short events(bool) const override { return POLLIN; }

    bool waitForBytes() override
    {
        linger();
        while (!m_in.holdsBytes() && !m_isOver) {
            sleep(m_in.mayWait());
        }
        return m_in.holdsBytes();
    }
    void waitForRoom() override { sleep(!m_isOver && m_out.mayWait()); }

private:
    void sleep(bool needed)
    {
        m_waits = true;
        if (needed) {
            waitFor(m_socket.get(), POLLIN);
        }
        endWait();
    }
    /// We were asleep, perhaps: what woke us is taken from the socket, and its end is seen.
    void endWait()
    {
        if (!m_waits) {
            return;
        }
        m_waits = false;
        m_in.waitIsOver();
        m_out.waitIsOver();
        readSocket();
    }
    void readSocket()
    {
        std::array<char, 64> rung;
        m_end = takeBytes(m_socket.get(), rung.data(), rung.size(), m_descriptors, mostDescriptors);
        m_isOver = m_end.state == Moved::State::End;
    }
    void wake()
    {
        char byte = 0;
        const iovec part{&byte, 1};
        giveBytes(m_socket.get(), &part, 1); // no room: it has not read what should wake it
    }

    static constexpr std::size_t mostDescriptors = 16; ///< that wait to be taken

    Descriptor m_socket;
    std::shared_ptr<void> m_memory;
    RingWriter m_out;
    RingReader m_in;
    Spinner m_spinner;
    std::vector<Descriptor> m_descriptors; // that came, in order
    bool m_waits = false;                  // the other end was told that we wait
    bool m_isOver = false;                 // the other end is gone
    Moved m_end;                           // how, then
};

} // namespace

std::size_t ringMemorySize() { return 2 * ringSize; }

std::unique_ptr<ByteStream> makeRingStream(Descriptor socket, std::shared_ptr<void> memory,
                                           RingSide side)
{
    ::fcntl(socket.get(), F_SETFL, ::fcntl(socket.get(), F_GETFL) | O_NONBLOCK);
    char* const toWorker = static_cast<char*>(memory.get());
    char* const toParent = toWorker + ringSize;
    if (side == RingSide::Parent) { // before the worker is there
        new (toWorker) RingPlaces;
        new (toParent) RingPlaces;
        return std::make_unique<RingStream>(std::move(socket), std::move(memory), toWorker,
                                            toParent, side);
    }
    return std::make_unique<RingStream>(std::move(socket), std::move(memory), toParent, toWorker,
                                        side);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// The pipe transport: every byte goes through the kernel. Small frames are put together into one
// system call.

#include "core/transport/byte_stream.h"
#include "core/transport/socket.h"

#include <algorithm>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/uio.h>

namespace poolscope {

namespace {

constexpr std::size_t keptBack = 16 * 1024; // small parts are kept until there are so many bytes

class SocketStream final : public ByteStream {
public:
    explicit SocketStream(Descriptor end) : m_end(std::move(end)) {}

    int descriptor() const override { return m_end.get(); }
    Moved take(void* to, std::size_t count) override { return takeBytes(m_end.get(), to, count); }

    Moved give(const iovec* parts, std::size_t count) override
    {
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < count; ++i) {
            bytes += parts[i].iov_len;
        }
        if (m_kept.size() + bytes > keptBack) {
            return giveAll(parts, count);
        }
        for (std::size_t i = 0; i < count; ++i) {
            m_kept.append(static_cast<const char*>(parts[i].iov_base), parts[i].iov_len);
        }
        return {Moved::State::Some, bytes, 0};
    }

    Moved::State announce() override
    {
        while (!m_kept.empty()) {
            iovec rest{m_kept.data() + m_begin, m_kept.size() - m_begin};
            const Moved moved = giveBytes(m_end.get(), &rest, 1);
            if (moved.state != Moved::State::Some) {
                return moved.state;
            }
            gave(moved.bytes);
        }
        return Moved::State::Some;
    }

    bool linger() override { return false; } // each look is a system call
    bool givenIsSafe() const override { return m_kept.empty(); }
    bool holdsBytes() override { return false; }
    bool mayWait(bool) override { return true; } // poll sees all there is
    short events(bool forRoom) const override
    {
        return static_cast<short>(forRoom ? POLLIN | POLLOUT : POLLIN);
    }
    bool waitForBytes() override
    {
        // The other end may have gone after it sent its last frame: that one is still to be read.
        return waitFor(m_end.get(), POLLIN | POLLRDHUP) == POLLIN || socketHoldsBytes(m_end.get());
    }
    void waitForRoom() override { waitFor(m_end.get(), POLLOUT); }

private:
    /// What was kept back, and as much of `parts` as goes with it in one call.
    Moved giveAll(const iovec* parts, std::size_t count)
    {
        std::vector<iovec> all{{m_kept.data() + m_begin, m_kept.size() - m_begin}};
        all.insert(all.end(), parts, parts + count);
        Moved moved = giveBytes(m_end.get(), all.data(), all.size());
        const std::size_t ofKept = std::min(moved.bytes, all.front().iov_len);
        gave(ofKept);
        moved.bytes -= ofKept;
        if (moved.state == Moved::State::Some && moved.bytes == 0) {
            moved.state = Moved::State::Again;
        }
        return moved;
    }
    void gave(std::size_t bytes)
    {
        m_begin += bytes;
        if (m_begin == m_kept.size()) {
            m_kept.clear();
            m_begin = 0;
        }
    }

    Descriptor m_end;
    std::string m_kept; // given, and not yet on its way from m_begin on
    std::size_t m_begin = 0;
};

} // namespace

std::unique_ptr<ByteStream> makeSocketStream(Descriptor end)
{
    ::fcntl(end.get(), F_SETFL, ::fcntl(end.get(), F_GETFL) | O_NONBLOCK);
    return std::make_unique<SocketStream>(std::move(end));
}

} // namespace poolscope

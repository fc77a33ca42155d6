// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/row_unpackers.h"

#include <algorithm>
#include <optional>

namespace poolscope {
namespace {

constexpr std::size_t mostWaiting = 8; // pieces for a thread, each some hundred kB

/// A piece, and the how manieth of all it is.
struct Piece {
    LaneSeries* lane = nullptr;
    std::uint64_t number = 0;
    std::uint32_t worker = 0, piece = 0, rows = 0;
    std::string bytes;
};

/// What is wrong with a piece.
struct Fault {
    std::uint64_t number = 0;
    std::string text;
};

std::optional<Fault> unpack(const Piece& piece)
{
    const auto taken =
        piece.lane->appendPiece(piece.bytes, piece.rows, static_cast<std::uint16_t>(piece.worker));
    if (taken) {
        return std::nullopt;
    }
    return Fault{piece.number, "is wrong at piece " + std::to_string(piece.piece) + " of worker " +
                                   std::to_string(piece.worker) + ": " + taken.error().text};
}

} // namespace

class RowUnpackers::Thread final {
public:
    Thread() : m_thread([this] { run(); }) {}
    ~Thread() { finish(); }
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;

    bool give(Piece piece) EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        while (m_waiting.size() >= mostWaiting) m_changed.wait(m_mutex);
        m_waiting.push_back(std::move(piece));
        m_changed.notifyAll();
        return !m_fault;
    }

    std::optional<Fault> finish() EXCLUDES(m_mutex)
    {
        {
            const MutexLock lock(m_mutex);
            m_ended = true;
            m_changed.notifyAll();
        }
        if (m_thread.joinable()) m_thread.join();
        const MutexLock lock(m_mutex);
        return m_fault;
    }

private:
    /// The next piece; none at the end.
    std::optional<Piece> next() EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        while (m_waiting.empty() && !m_ended) m_changed.wait(m_mutex);
        if (m_waiting.empty()) {
            return std::nullopt;
        }
        Piece piece = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_changed.notifyAll();
        return piece;
    }
    void run() EXCLUDES(m_mutex)
    {
        while (const auto piece = next()) {
            const auto fault = unpack(*piece);
            const MutexLock lock(m_mutex);
            if (fault && !m_fault) m_fault = fault;
        }
    }

    Mutex m_mutex;
    Condition m_changed;
    std::deque<Piece> m_waiting GUARDED_BY(m_mutex);
    bool m_ended GUARDED_BY(m_mutex) = false;
    std::optional<Fault> m_fault GUARDED_BY(m_mutex); // the first of this thread
    std::jthread m_thread;                            // last: all else is there when it starts
};

RowUnpackers::RowUnpackers()
    : m_count(std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most))
{}

RowUnpackers::~RowUnpackers() = default;

bool RowUnpackers::take(LaneSeries& lane, const PackedRows& rows)
{
    std::unique_ptr<Thread>& thread = m_threads[rows.worker % m_count];
    if (!thread) {
        thread = std::make_unique<Thread>();
    }
    return thread->give(
        {&lane, m_taken++, rows.worker, rows.piece, rows.rows, std::string(rows.bytes)});
}

std::string RowUnpackers::finish()
{
    std::optional<Fault> first;
    for (const auto& thread : m_threads) {
        const auto fault = thread ? thread->finish() : std::nullopt;
        if (fault && (!first || fault->number < first->number)) first = fault;
    }
    return first ? first->text : "";
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Where lanes find work: the calls under way, in the order in which they were made, and a bell for
// each lane that found none.

#include "core/dispatch/call_state.h"

#include <deque>
#include <memory>
#include <vector>

namespace poolscope {

/// Chunks of one call that a lane has taken and not begun with.
struct Pulled {
    std::shared_ptr<CallState> call;
    std::vector<Chunk> chunks;
    std::size_t next = 0;

    bool empty() const { return next == chunks.size(); }
    const Chunk& take() { return chunks[next++]; }
};

/// What runs a lane: its own thread, or for a while that of a caller who waits.
class LaneRunner {
public:
    virtual ~LaneRunner() = default;
    virtual bool rests() const = 0; ///< its worker is ready and has nothing to do
    /// Does what the lane's thread would, until this call, of one chunk, is over or goes elsewhere.
    virtual void runFor(const CallState& call) = 0;
};

/// Only who holds it runs the lane. A lane that rests is free.
struct Seat {
    Mutex mutex;
    LaneRunner* runner GUARDED_BY(mutex) = nullptr; ///< null: nobody else can run this lane
};

/// Holds a seat for its own lifetime; this thread is a lane's until then.
class SCOPED_CAPABILITY SeatLock final {
public:
    explicit SeatLock(Seat& seat) ACQUIRE(seat.mutex);
    ~SeatLock() RELEASE();
    SeatLock(const SeatLock&) = delete;
    SeatLock& operator=(const SeatLock&) = delete;

private:
    Seat& m_seat;
};

class Lanes final {
public:
    explicit Lanes(int workers);

    /// All bells ring, unless the call is `attended`: then attend() follows.
    void add(std::shared_ptr<CallState> call, bool attended = false);
    /// The caller waits for `call`, of one chunk: it runs a lane that rests itself, so that nobody
    /// has to be woken. Where none does, all bells ring.
    void attend(const CallState& call);
    Seat& seat(int lane) { return m_seats[static_cast<std::size_t>(lane)]; }
    /// Takes chunks of the first call that has any, at most so many, where `pulled` is empty. Where
    /// none has, the lane's bell rings when there may be one again.
    void pull(int lane, std::size_t most, Pulled& pulled);
    /// Calls that are not over, those with an id above `after`.
    std::vector<std::shared_ptr<CallState>> callsAfter(std::uint64_t after);
    bool busy();                    ///< some call is not over
    bool othersAreHungry(int lane); ///< another one found no work when it asked last
    bool giveUp(int lane);          ///< it can get no worker; true when none of the lanes can
    void tryAgain(int lane);        ///< it may be able to

    int bell(int lane) const { return m_bells[static_cast<std::size_t>(lane)].get(); } ///< for poll
    void silence(int lane); ///< the lane heard its bell
    void ringHungry();      ///< there may be work
    void ring(int lane);    ///< there is something to do for it
    void ringAll();         ///< something else happened: a call came, a call was cancelled, the end
    void close();
    void forgetCalls(); ///< when the lanes have ended: calls know the lanes, too
    bool closed() const { return m_closed; }

private:
    void forgetFinished(std::vector<std::shared_ptr<CallState>>& gone) REQUIRES(m_mutex);

    std::vector<Descriptor> m_bells; ///< eventfds
    std::deque<Seat> m_seats;
    std::atomic<bool> m_closed{false};
    Mutex m_mutex;
    std::vector<std::shared_ptr<CallState>> m_calls GUARDED_BY(m_mutex);
    std::vector<bool> m_hungry GUARDED_BY(m_mutex);
    std::vector<bool> m_givenUp GUARDED_BY(m_mutex);
};

} // namespace poolscope

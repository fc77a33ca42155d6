// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/lanes.h"

#include <algorithm>
#include <cassert>
#include <sys/eventfd.h>
#include <unistd.h>

namespace poolscope {

namespace {

thread_local bool runsALane = false; // hooks of objects may call the pool while they are pickled

} // namespace

SeatLock::SeatLock(Seat& seat) : m_seat(seat)
{
    seat.mutex.lock();
    runsALane = true;
}

SeatLock::~SeatLock()
{
    runsALane = false;
    m_seat.mutex.unlock();
}

Lanes::Lanes(int workers)
    : m_seats(static_cast<std::size_t>(workers)),
      m_hungry(static_cast<std::size_t>(workers), false),
      m_givenUp(static_cast<std::size_t>(workers), false)
{
    for (int i = 0; i < workers; ++i) {
        m_bells.emplace_back(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    }
}

void Lanes::add(std::shared_ptr<CallState> call, bool attended)
{
    // They may be the last to hold a call, whose end waits for its feeder: not while that is ringing us.
    std::vector<std::shared_ptr<CallState>> gone;
    {
        const MutexLock lock(m_mutex);
        forgetFinished(gone);
        m_calls.push_back(std::move(call));
    }
    if (!attended) {
        ringAll();
    }
}

void Lanes::attend(const CallState& call)
{
    if (runsALane) {
        return ringAll();
    }
    for (Seat& seat : m_seats) {
        if (!seat.mutex.tryLock()) {
            continue;
        }
        const bool free = seat.runner != nullptr && seat.runner->rests();
        if (free) {
            runsALane = true;
            seat.runner->runFor(call);
            runsALane = false;
        }
        seat.mutex.unlock();
        if (free) {
            return;
        }
    }
    ringAll();
}

void Lanes::forgetFinished(std::vector<std::shared_ptr<CallState>>& gone)
{
    const auto over = std::stable_partition(m_calls.begin(), m_calls.end(),
                                            [](const auto& call) { return !call->finished(); });
    std::move(over, m_calls.end(), std::back_inserter(gone));
    m_calls.erase(over, m_calls.end());
}

void Lanes::pull(int lane, std::size_t most, Pulled& pulled)
{
    assert(pulled.empty());
    pulled.chunks.clear();
    pulled.next = 0;
    const MutexLock lock(m_mutex);
    for (const auto& call : m_calls) {
        call->pull(most, pulled.chunks);
        if (!pulled.empty()) {
            pulled.call = call;
            break;
        }
    }
    m_hungry[static_cast<std::size_t>(lane)] = pulled.empty();
}

std::vector<std::shared_ptr<CallState>> Lanes::callsAfter(std::uint64_t after)
{
    std::vector<std::shared_ptr<CallState>> gone;
    std::vector<std::shared_ptr<CallState>> calls;
    const MutexLock lock(m_mutex);
    forgetFinished(gone);
    std::copy_if(m_calls.begin(), m_calls.end(), std::back_inserter(calls),
                 [after](const auto& call) { return call->id() > after; });
    return calls;
}

bool Lanes::busy()
{
    const MutexLock lock(m_mutex);
    return std::any_of(m_calls.begin(), m_calls.end(),
                       [](const auto& call) { return !call->finished(); });
}

bool Lanes::giveUp(int lane)
{
    const MutexLock lock(m_mutex);
    m_givenUp[static_cast<std::size_t>(lane)] = true;
    return std::find(m_givenUp.begin(), m_givenUp.end(), false) == m_givenUp.end();
}

void Lanes::tryAgain(int lane)
{
    const MutexLock lock(m_mutex);
    m_givenUp[static_cast<std::size_t>(lane)] = false;
}

void Lanes::silence(int lane)
{
    std::uint64_t rung = 0;
    [[maybe_unused]] const auto got = ::read(bell(lane), &rung, sizeof rung); // empty is fine
}

void Lanes::ring(int lane)
{
    const std::uint64_t once = 1;
    [[maybe_unused]] const auto put = ::write(bell(lane), &once, sizeof once);
}

void Lanes::ringHungry()
{
    const MutexLock lock(m_mutex);
    for (std::size_t lane = 0; lane < m_hungry.size(); ++lane) {
        if (m_hungry[lane]) {
            m_hungry[lane] = false;
            ring(static_cast<int>(lane));
        }
    }
}

void Lanes::ringAll()
{
    for (std::size_t lane = 0; lane < m_bells.size(); ++lane) {
        ring(static_cast<int>(lane));
    }
}

void Lanes::close()
{
    m_closed = true;
    ringAll();
}

void Lanes::forgetCalls()
{
    std::vector<std::shared_ptr<CallState>> gone;
    const MutexLock lock(m_mutex);
    gone.swap(m_calls);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// Who runs a lane, and when: its own thread turn by turn, and while it rests whoever sits down there.

#include "core/dispatch/attendant.h"

#include <algorithm>
#include <array>

#include <poll.h>

namespace poolscope {

void Attendant::run()
{
    Seat& seat = m_lanes.seat(m_lane);
    bool slept = false;
    while (!m_lanes.closed()) {
        {
            const SeatLock lock(seat);
            seat.runner = this;
            if (slept) {
                m_lanes.silence(m_lane); // not before: whoever ran the lane had to hear it, too
            }
            slept = takeTurn();
        }
        if (slept) {
            sleep();
        }
    }
    const SeatLock lock(seat);
    seat.runner = nullptr;
    if (m_worker) {
        lost();
    }
}

/// True where there is nothing to do until the bell rings or the worker dies.
bool Attendant::takeTurn()
{
    enterCalls();
    if (m_worker && mustGo()) {
        lost();
        return false;
    }
    if (!m_worker && !givenUp() && m_lanes.busy()) {
        startWorker();
    }
    abandonCancelled();
    fill();
    const bool isIdle = rests();
    if (isIdle) {
        m_pulled.call.reset();
        m_answers.turnOver(); // nothing of a call is alive now but what somebody holds
    } else {
        waitForNews();
    }
    watch();
    return isIdle;
}

bool Attendant::rests() const
{
    return m_worker && m_ready && m_sent.empty() && m_pulled.empty() && !mustGo() &&
           !m_worker->channel().sending();
}

/// A caller may run the lane meanwhile, and hears of its worker what it says: only the end of the
/// worker is ours.
void Attendant::sleep()
{
    std::array<pollfd, 2> fds{
        {{m_lanes.bell(m_lane), POLLIN, 0}, {m_worker->process().pidfd(), POLLIN, 0}}};
    ::poll(fds.data(), fds.size(), -1);
    if (fds[1].revents != 0) {
        const SeatLock lock(m_lanes.seat(m_lane));
        receive(); // its last answers are read before the ledger is asked
        m_gone = true;
    }
}

bool Attendant::has(const CallState& call) const
{
    for (std::size_t i = 0; i < m_sent.size(); ++i) {
        if (m_sent[i].call == &call) {
            return true;
        }
    }
    return false;
}

void Attendant::runFor(const CallState& call)
{
    receive(); // what was said while nobody listened
    while (!m_lanes.closed() && !mustGo()) {
        enterCalls();
        abandonCancelled();
        fill();
        if (!has(call)) {
            break;
        }
        if (m_worker->channel().linger()) {
            receive();
        } else {
            waitForNews();
        }
        watch();
    }
    if (m_lanes.closed() || !rests()) {
        m_lanes.ring(m_lane); // our thread goes on
    } else {
        m_pulled.call.reset();
        m_answers.turnOver();
    }
}

} // namespace poolscope

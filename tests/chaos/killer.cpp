// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/chaos/killer.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sys/syscall.h>
#include <unistd.h>

namespace poolscope::chaos {

namespace {

constexpr Nanos ms = 1'000'000;

void pause(Nanos nanos) { std::this_thread::sleep_for(std::chrono::nanoseconds(nanos)); }

bool sent(const Descriptor& victim, int signal)
{
    return ::syscall(SYS_pidfd_send_signal, victim.get(), signal, nullptr, 0) == 0;
}

/// The parent of a process, 0 where there is none.
pid_t parentOf(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    std::getline(file, text);
    const auto name = text.rfind(')');
    return name == std::string::npos ? 0 : std::atoi(text.c_str() + name + 4);
}

} // namespace

Killer::Killer(std::shared_ptr<const Call> call, std::uint64_t seed, bool mayStop)
    : m_call(std::move(call)), m_mayStop(mayStop), m_random(seed)
{
    m_thread = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

Killer::~Killer() { stop(); }

Kills Killer::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    for (const Descriptor& victim : m_stopped) {
        sent(victim, SIGKILL);
    }
    m_stopped.clear();
    return m_kills;
}

void Killer::run(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        pause(upTo(12 * ms));
        strike();
    }
}

Nanos Killer::upTo(Nanos most) { return std::uniform_int_distribution<Nanos>(0, most)(m_random); }

void Killer::strike()
{
    auto all = victims();
    if (all.empty()) {
        return;
    }
    const Descriptor& victim = all.front();
    switch (upTo(m_mayStop ? 9 : 8)) {
    case 0:
    case 1:
        if (all.size() > 1 && sent(victim, SIGKILL) && sent(all[1], SIGKILL)) {
            m_kills.together += 2;
        }
        return;
    case 2:
    case 3:
        if (sent(victim, SIGSTOP)) {
            pause(upTo(2 * ms));
            m_kills.afterStop += sent(victim, SIGKILL);
        }
        return;
    case 9:
        if (sent(victim, SIGSTOP)) {
            ++m_kills.stopped;
            m_stopped.push_back(std::move(all.front()));
        }
        return;
    default: m_kills.alone += sent(victim, SIGKILL);
    }
}

/// The workers that the telemetry tells of, in random order. A pid may be somebody else's by now: a
/// pidfd whose process is our child when it is held is our worker, or nobody.
std::vector<Descriptor> Killer::victims()
{
    std::vector<Descriptor> found;
    for (const LaneTotals& lane : m_call->totals().lane) {
        if (!lane.alive || lane.pid <= 1) {
            continue;
        }
        Descriptor pidfd(static_cast<int>(::syscall(SYS_pidfd_open, lane.pid, 0)));
        if (pidfd && parentOf(lane.pid) == ::getpid()) {
            found.push_back(std::move(pidfd));
        }
    }
    std::shuffle(found.begin(), found.end(), m_random);
    return found;
}

} // namespace poolscope::chaos

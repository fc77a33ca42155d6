// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What no pool can beat: a bare ring of words between two processes, a byte to and fro through a
// socketpair, a copy of 64 MiB.

#include "tests/bench/pool/pools.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace poolscope::bench {

namespace {

/// A process that runs `body` on its end of a socketpair until that closes; ends with its owner.
class Twin final {
public:
    template <class Body> explicit Twin(Body body)
    {
        std::array<int, 2> ends{};
        check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0,
              "no socketpair");
        m_end = Descriptor(ends[0]);
        m_pid = ::fork();
        check(m_pid >= 0, "no second process");
        if (m_pid == 0) {
            ::close(ends[0]);
            body(ends[1]);
            ::_exit(0);
        }
        ::close(ends[1]);
    }
    ~Twin()
    {
        m_end.reset();
        ::waitpid(m_pid, nullptr, 0);
    }
    Twin(const Twin&) = delete;
    Twin& operator=(const Twin&) = delete;

    void roundTrip() const
    {
        char byte = 'x';
        check(::write(m_end.get(), &byte, 1) == 1 && ::read(m_end.get(), &byte, 1) == 1,
              "the twin does not answer");
    }

private:
    Descriptor m_end;
    pid_t m_pid = -1;
};

void echoBytes(int end)
{
    char byte = 0;
    while (::read(end, &byte, 1) == 1 && ::write(end, &byte, 1) == 1) {
    }
}

constexpr std::size_t slots = 4096;
constexpr std::uint64_t words = 5'000'000;

/// A single-producer ring in memory that both see; each side spins, and keeps what it last saw of the other.
struct BareRing {
    alignas(64) std::atomic<std::uint64_t> written{0};
    alignas(64) std::atomic<std::uint64_t> read{0};
    alignas(64) std::array<std::uint64_t, slots> word{};

    void write(std::uint64_t count)
    {
        std::uint64_t seen = 0;
        for (std::uint64_t i = 0; i < count; ++i) {
            while (i - seen >= slots) {
                seen = read.load(std::memory_order_acquire);
            }
            word[i % slots] = i;
            written.store(i + 1, std::memory_order_release);
        }
    }
    std::uint64_t takeAll(std::uint64_t count)
    {
        std::uint64_t sum = 0;
        std::uint64_t seen = 0;
        for (std::uint64_t i = 0; i < count; ++i) {
            while (seen == i) {
                seen = written.load(std::memory_order_acquire);
            }
            sum += word[i % slots];
            read.store(i + 1, std::memory_order_release);
        }
        return sum;
    }
};

double ringWord()
{
    void* memory = ::mmap(nullptr, sizeof(BareRing), PROT_READ | PROT_WRITE,
                          MAP_SHARED | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    check(memory != MAP_FAILED, "no shared memory");
    auto* ring = new (memory) BareRing;
    double took = 0;
    std::uint64_t sum = 0;
    {
        const Twin writer([ring](int end) {
            char go = 0;
            if (::read(end, &go, 1) == 1 && ::write(end, &go, 1) == 1) {
                ring->write(words);
            }
        });
        writer.roundTrip();
        const Nanos began = now();
        sum = ring->takeAll(words);
        took = since(began) / static_cast<double>(words);
    }
    ::munmap(memory, sizeof(BareRing));
    check(sum == words * (words - 1) / 2, "the ring lost a word");
    return took;
}

double pingPong()
{
    const Twin twin(&echoBytes);
    std::vector<double> times;
    for (int i = 0; i < 1000; ++i) {
        const Nanos began = now();
        twin.roundTrip();
        times.push_back(since(began));
    }
    return median(times);
}

double pingPongAfterASecond()
{
    static const Twin twin(&echoBytes);
    static Nanos last = now();
    std::this_thread::sleep_for(std::chrono::nanoseconds(last + 1'000'000'000 - now()));
    const Nanos began = now();
    twin.roundTrip();
    last = now();
    return since(began);
}

/// Into memory that has been written to before.
double copy64MiB()
{
    static const std::string from(std::size_t{64} << 20U, 'x');
    static std::string to(from.size(), 'y');
    const Nanos began = now();
    std::memcpy(to.data(), from.data(), from.size());
    const double took = since(began);
    check(to == from, "memcpy copies something else");
    std::memset(to.data(), 'y', to.size());
    return took;
}

} // namespace

void addFloors(Lines& lines)
{
    lines.add("chunk1/ring", &ringWord);
    lines.add("apply/socketpair", &pingPong);
    lines.add("apply-idle/socketpair", &pingPongAfterASecond);
    lines.add("buffer/memcpy", &copy64MiB);
}

} // namespace poolscope::bench

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A mutex whose rules clang proves (-Wthread-safety): what a mutex guards says so, and a function
// that needs it held says so too. The only macros of the program. Never call out while holding one.

#include <chrono>
#include <condition_variable>
#include <mutex>

#if defined(__clang__)
#define POOLSCOPE_THREAD_ANNOTATION(x) __attribute__((x))
#else
#define POOLSCOPE_THREAD_ANNOTATION(x)
#endif
#define CAPABILITY(x) POOLSCOPE_THREAD_ANNOTATION(capability(x))
#define SCOPED_CAPABILITY POOLSCOPE_THREAD_ANNOTATION(scoped_lockable)
#define GUARDED_BY(x) POOLSCOPE_THREAD_ANNOTATION(guarded_by(x))
#define REQUIRES(...) POOLSCOPE_THREAD_ANNOTATION(requires_capability(__VA_ARGS__))
#define EXCLUDES(...) POOLSCOPE_THREAD_ANNOTATION(locks_excluded(__VA_ARGS__))
#define ACQUIRE(...) POOLSCOPE_THREAD_ANNOTATION(acquire_capability(__VA_ARGS__))
#define TRY_ACQUIRE(...) POOLSCOPE_THREAD_ANNOTATION(try_acquire_capability(__VA_ARGS__))
#define RELEASE(...) POOLSCOPE_THREAD_ANNOTATION(release_capability(__VA_ARGS__))

namespace poolscope {

class CAPABILITY("mutex") Mutex final {
public:
    void lock() ACQUIRE() { m_mutex.lock(); }
    bool tryLock() TRY_ACQUIRE(true) { return m_mutex.try_lock(); } ///< not by who holds it
    void unlock() RELEASE() { m_mutex.unlock(); }

private:
    friend class Condition;
    std::mutex m_mutex;
};

/// Holds a Mutex for its own lifetime.
class SCOPED_CAPABILITY MutexLock final {
public:
    explicit MutexLock(Mutex& mutex) ACQUIRE(mutex) : m_mutex(mutex) { m_mutex.lock(); }
    ~MutexLock() RELEASE() { m_mutex.unlock(); }
    MutexLock(const MutexLock&) = delete;
    MutexLock& operator=(const MutexLock&) = delete;

private:
    Mutex& m_mutex;
};

/// Waits for a fact that a Mutex guards: always in a loop that looks at the fact again.
class Condition final {
public:
    void wait(Mutex& mutex) REQUIRES(mutex)
    {
        std::unique_lock<std::mutex> held(mutex.m_mutex, std::adopt_lock);
        m_condition.wait(held);
        held.release();
    }
    /// False when the time ran out.
    bool waitFor(Mutex& mutex, std::chrono::nanoseconds timeout) REQUIRES(mutex)
    {
        std::unique_lock<std::mutex> held(mutex.m_mutex, std::adopt_lock);
        const bool heard = m_condition.wait_for(held, timeout) == std::cv_status::no_timeout;
        held.release();
        return heard;
    }
    void notifyOne() { m_condition.notify_one(); }
    void notifyAll() { m_condition.notify_all(); }

private:
    std::condition_variable m_condition;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// What the typed calls need that has no types, and how a pool ends.

#include "core/pool/pool_state.h"

namespace poolscope {

namespace {

/// Work whose registry stands over one that has to stay as long.
struct PoolWork : Work {
    std::shared_ptr<const Registry> below;
};

} // namespace

std::shared_ptr<const Work> Pool::workOf(std::shared_ptr<const Callable> callable,
                                         std::shared_ptr<Input> input) const
{
    if (!m_state) {
        raise(m_options.check().error());
    }
    auto work = std::make_shared<PoolWork>();
    work->callable = std::move(callable);
    work->input = std::move(input);
    work->below = m_state->registry;
    work->registry = Registry::over(*work->below);
    return work;
}

std::optional<std::uint64_t> Chunksize::checked() const
{
    if (m_isAutomatic) {
        return autoChunksize;
    }
    if (m_size && *m_size < 1) {
        raise({"ValueError",
               "chunksize must be a whole number from 1 to " +
                   std::to_string(PoolOptions::mostChunk) + ", not " + std::to_string(*m_size) +
                   ".",
               "chunksize"});
    }
    return m_size ? std::optional(static_cast<std::uint64_t>(*m_size)) : std::nullopt;
}

std::shared_ptr<Call> Pool::begin(std::shared_ptr<const Work> work, Api api,
                                  const Chunksize& chunksize)
{
    // Of the typed calls apply() alone waits at once, and for a single task.
    return valueOrRaise(launch(std::move(work), api, chunksize.checked(), 0, api == Api::Apply));
}

const std::shared_ptr<CallbackThread>& Pool::callbacks() const { return m_state->callbacks; }

void Pool::close()
{
    if (!m_state) {
        return;
    }
    const MutexLock lock(m_state->mutex);
    if (m_state->phase == State::Phase::Running) {
        m_state->phase = State::Phase::Closed;
    }
}

void Pool::terminate()
{
    if (!m_state) {
        return;
    }
    std::unique_ptr<Dispatcher> ending;
    {
        const MutexLock lock(m_state->mutex);
        m_state->phase = State::Phase::Terminated;
        ending = std::move(m_state->dispatcher);
    }
    ending.reset(); // cancels what runs and ends the workers
}

void Pool::join()
{
    if (!m_state) {
        return;
    }
    {
        const MutexLock lock(m_state->mutex);
        if (m_state->phase == State::Phase::Running) {
            raise({"ValueError",
                   "The pool still takes calls: close() or terminate() it before join().",
                   {}});
        }
    }
    m_state->open->awaitNone();
    m_state->callbacks->awaitIdle();
    terminate();
}

} // namespace poolscope

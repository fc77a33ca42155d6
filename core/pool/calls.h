// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The typed calls of a Pool: what is called and its items become the Work of the engine, and what
// comes back becomes a future or a reader.

#include "core/pool/pool.h"

namespace poolscope {

template <class Held, class F>
std::shared_ptr<Held> Pool::pend(const F& function, std::shared_ptr<Input> input, Api api,
                                 const Chunksize& chunksize)
{
    auto work = workOf(Callee<F>::callable(function, m_catalogue), std::move(input));
    auto call = begin(work, api, chunksize);
    auto pending = std::make_shared<Held>(std::move(call), std::move(work), callbacks());
    pending->begin();
    return pending;
}

template <class F>
AsyncResult<ResultOf<F>> Pool::applyAsync(const F& function, ArgumentOf<F> argument)
{
    using Held = PendingValue<ResultOf<F>>;
    return {
        pend<Held>(function, Inputs<ArgumentOf<F>>::one(std::move(argument)), Api::ApplyAsync, {}),
        &Held::of};
}

template <class F> ResultOf<F> Pool::apply(const F& function, ArgumentOf<F> argument)
{
    using Held = PendingValue<ResultOf<F>>;
    const auto pending =
        pend<Held>(function, Inputs<ArgumentOf<F>>::one(std::move(argument)), Api::Apply, {});
    if (const std::exception_ptr error = pending->settle()) {
        std::rethrow_exception(error);
    }
    return std::move(Held::of(*pending));
}

/// Where nobody counts the items, and nobody says how many travel together, they are gathered first,
/// as Python does: the default depends on their number.
template <class A> std::shared_ptr<Input> countedInput(Inputs<A> inputs, const Chunksize& chunksize)
{
    const bool counted = inputs.counted() || chunksize;
    return counted ? std::move(inputs).asInput() : std::move(inputs).gathered().asInput();
}

template <class F>
AsyncResult<std::vector<ResultOf<F>>>
Pool::mapAsync(const F& function, Inputs<ArgumentOf<F>> inputs, Chunksize chunksize)
{
    using Held = PendingValues<ResultOf<F>>;
    return {pend<Held>(function, countedInput(std::move(inputs), chunksize), Api::Map, chunksize),
            &Held::of};
}

/// Takes the values while the tasks behind them run.
template <class F>
std::vector<ResultOf<F>> Pool::map(const F& function, Inputs<ArgumentOf<F>> inputs,
                                   Chunksize chunksize)
{
    using Held = PendingValues<ResultOf<F>>;
    const auto pending =
        pend<Held>(function, countedInput(std::move(inputs), chunksize), Api::Map, chunksize);
    if (const std::exception_ptr error = pending->settle()) {
        std::rethrow_exception(error);
    }
    return std::move(Held::of(*pending));
}

template <class F>
AsyncResult<std::vector<ResultOf<F>>>
Pool::starmapAsync(const F& function, Inputs<ArgumentOf<F>> inputs, Chunksize chunksize)
{
    return mapAsync(function, std::move(inputs), chunksize);
}

template <class F>
std::vector<ResultOf<F>> Pool::starmap(const F& function, Inputs<ArgumentOf<F>> inputs,
                                       Chunksize chunksize)
{
    return map(function, std::move(inputs), chunksize);
}

template <class F>
Results<ResultOf<F>> Pool::read(const F& function, Inputs<ArgumentOf<F>> inputs, Api api,
                                const Chunksize& chunksize)
{
    auto work = workOf(Callee<F>::callable(function, m_catalogue), std::move(inputs).asInput());
    auto call = begin(work, api, chunksize);
    return Results<ResultOf<F>>(std::make_unique<UnderWay>(std::move(call), std::move(work)));
}

template <class F>
Results<ResultOf<F>> Pool::imap(const F& function, Inputs<ArgumentOf<F>> inputs,
                                Chunksize chunksize)
{
    return read<F>(function, std::move(inputs), Api::Imap, chunksize);
}

template <class F>
Results<ResultOf<F>> Pool::imapUnordered(const F& function, Inputs<ArgumentOf<F>> inputs,
                                         Chunksize chunksize)
{
    return read<F>(function, std::move(inputs), Api::ImapUnordered, chunksize);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a pool can be asked to call: a handle of the catalogue (with its keywords or without), or a name.

#include "core/pool/any_value.h"

#include "core/jobs/jobs.h"

namespace poolscope {

/// Named at run time: arguments and results are AnyValues.
template <class F>
concept Named = std::is_convertible_v<const F&, ByName>;

template <class F> auto typedCallable(const F& handle)
{
    if constexpr (requires { typename F::Argument; }) {
        return handle;
    } else {
        return handle(); // a function with the defaults of its keywords
    }
}

/// The types of a callee, and its Callable.
template <class F> struct Callee {
    using Typed = decltype(typedCallable(std::declval<const F&>()));
    using Result = typename Typed::Result;
    using Argument = typename Typed::Argument;

    static std::shared_ptr<const Callable> callable(const F& handle, const Catalogue&)
    {
        return typedCallable(handle);
    }
};
template <Named F> struct Callee<F> {
    using Result = AnyValue;
    using Argument = AnyValue;

    static std::shared_ptr<const Callable> callable(const ByName& name, const Catalogue& catalogue)
    {
        Document document;
        return valueOrRaise(catalogue.named(name.name(), name.keywords(document)));
    }
};

/// What a task of F gives, and what it takes.
template <class F> using ResultOf = typename Callee<F>::Result;
template <class F> using ArgumentOf = typename Callee<F>::Argument;

} // namespace poolscope

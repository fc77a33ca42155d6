// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Functions by name. One Catalogue is built by explicit calls in the program and in its workers,
// so that a name means the same thing on both sides.

#include "core/jobs/call.h"
#include "core/jobs/job.h"

#include <deque>
#include <functional>
#include <map>

namespace poolscope {

template <class T> struct Keyword;
template <class F> class Function;
template <class T, class R, class Item> class Method;

/// What a program can run: functions for the wire, jobs for people, and the registry of types.
class Catalogue final {
public:
    Registry& registry() { return m_registry; }
    const Registry& registry() const { return m_registry; }

    /// Adds a function by its wire name: `R function(item, keywords…)` with a Keyword for each
    /// parameter behind the item (function.h). The handle, a Function, makes the Callables of the
    /// parent. Of several parameters without a Keyword the item is the tuple: see Pool::starmap.
    template <class F, class... Ts>
    auto add(std::string module, std::string qualname, F function, Keyword<Ts>... keywords);
    /// The same for a function of the program itself, which Python knows as module __main__.
    template <class F, class... Ts>
        requires(!std::is_convertible_v<F, std::string>)
    auto add(std::string qualname, F function, Keyword<Ts>... keywords)
    {
        return add(mainModule, std::move(qualname), std::move(function), std::move(keywords)...);
    }
    static constexpr const char* mainModule = "__main__";

    /// Adds a method of a described class: `R T::pointer(item) const` (method.h), by its own name or
    /// with its class: "pow", "BigPow.pow".
    template <class T, class R, class Item>
    Method<T, R, Item> addMethod(const std::string& method, R (T::*pointer)(Item) const);

    /// Adds a callable by its wire name. `make` builds it from the keyword parameters that came
    /// (functools.partial's; an invalid Value where there are none), or says what is wrong.
    using MakeFunction =
        std::function<Result<std::shared_ptr<const Callable>>(Value keywords, const Registry&)>;
    void addFunction(std::string module, std::string qualname, MakeFunction make);
    /// Adds a method by the wire name of its class: bound methods arrive as getattr(object, name).
    using MakeMethod =
        std::function<Result<std::shared_ptr<const Callable>>(Value self, const Registry&)>;
    void addMethod(std::string module, std::string className, std::string method, MakeMethod make);

    /// The function of that name, "power" or "module:power", with the keyword parameters that are
    /// given (a Dict, or nothing). "ValueError" where there is none, or where several modules have one.
    Result<std::shared_ptr<const Callable>> named(std::string_view name, Value keywords = {}) const;

    /// From what travelled to what can be called: resolves Globals, bound methods and partials.
    /// Only exact names that were added; anything else is an "UnpicklingError" that names it.
    Result<std::shared_ptr<const Callable>> resolve(Value callable) const;

    /// Jobs stay where they are when others are added, which may be while pools run.
    void addJob(Job job);
    const Job* job(std::string_view name) const; ///< null when there is none; any thread
    /// In the order in which they were added. For the thread that adds them.
    const std::deque<Job>& jobs() const { return m_jobs; }
    /// `There is no job "powr" (did you mean power?): …`, for whoever asked for `name` in vain.
    Error unknownJob(std::string_view name) const;

private:
    Result<std::shared_ptr<const Callable>> resolveFunction(Value function, Value keywords) const;
    Result<std::shared_ptr<const Callable>> resolveMethod(Value self, std::string_view name) const;

    Registry m_registry;
    std::map<std::string, MakeFunction, std::less<>> m_functions; ///< "module:qualname"
    std::map<std::string, MakeMethod, std::less<>> m_methods;     ///< "module:class.method"
    mutable Mutex m_mutex; ///< of who adds jobs and who looks for one
    std::deque<Job> m_jobs;
};

} // namespace poolscope

#include "core/jobs/function.h"
#include "core/jobs/method.h"

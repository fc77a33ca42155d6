// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Reducers that are registered from outside (copyreg's way), and what a pickle may call to rebuild.

#include "core/reduce/containers.h"
#include "core/reduce/tuples.h"

#include <functional>
#include <map>
#include <typeindex>

namespace poolscope {

/// What a reducer answers, as Python's __reduce__: a callable by name, its arguments, and a state
/// to set afterwards (std::monostate: none).
template <class Arguments, class State = std::monostate> struct Reduced {
    std::string module;
    std::string qualname;
    Arguments arguments;
    State state{};

    /// The same with a state; the rebuilt object gets it as its fields or by its setState hook.
    template <class NewState> Reduced<Arguments, NewState> withState(NewState newState) const
    {
        return {module, qualname, arguments, std::move(newState)};
    }
};

/// "Call module.qualname(arguments…)": `return callTo("blog", "BigPow", object.n);`
template <class... Arguments>
Reduced<std::tuple<Arguments...>> callTo(std::string module, std::string qualname,
                                         Arguments... arguments)
{
    return {std::move(module), std::move(qualname), {std::move(arguments)...}, {}};
}

/// What can be called with typed parameters: `R f(Parameters…)`.
template <class F> struct Signature : Signature<decltype(&F::operator())> {};
template <class R, class... Parameters> struct Signature<R (*)(Parameters...)> {
    using Result = std::remove_cvref_t<R>;
    using Arguments = std::tuple<std::remove_cvref_t<Parameters>...>;
};
template <class R, class... Parameters>
struct Signature<R (*)(Parameters...) noexcept> : Signature<R (*)(Parameters...)> {};
template <class C, class R, class... Parameters>
struct Signature<R (C::*)(Parameters...) const> : Signature<R (*)(Parameters...)> {};
template <class C, class R, class... Parameters>
struct Signature<R (C::*)(Parameters...) const noexcept> : Signature<R (*)(Parameters...)> {};

/// An object whose type only the one who is asked may know.
class AnyObject final {
public:
    template <class T> explicit AnyObject(const T& object) : m_object(&object), m_type(typeid(T)) {}
    /// The object, if it is exactly a T; otherwise null.
    template <class T> const T* as() const
    {
        return m_type == typeid(T) ? static_cast<const T*>(m_object) : nullptr;
    }

private:
    const void* m_object;
    std::type_index m_type;
};

/// What callTo() gives, of any type, or nothing: Python's NotImplemented.
class Reduction final {
public:
    Reduction() = default;
    template <class Arguments, class State> Reduction(Reduced<Arguments, State> reduced);
    explicit operator bool() const { return m_reduce != nullptr; }
    Value reduce(Reducing& reducing, const PathStep& step) const
    {
        return m_reduce(reducing, step);
    }

private:
    std::function<Value(Reducing&, const PathStep&)> m_reduce;
};

/// Reducers by C++ type and rebuilders by name. A value; one that stands over another has more or
/// other entries and leaves that one as it is.
class Registry final {
public:
    using Reducer = std::function<Value(const void* object, Reducing&, const PathStep&)>;
    using Override = std::function<Reduction(const AnyObject&)>;
    /// Calls what a REDUCE names; `object` is a std::optional of the type that it makes.
    struct Rebuilder {
        std::type_index type;
        std::string className; ///< of what it makes
        std::function<bool(Value arguments, void* object, Rebuilding&, const PathStep&)> rebuild;
    };

    /// A registry for one pool: what it lacks is looked for in `fallback`, which outlives it.
    static Registry over(const Registry& fallback)
    {
        Registry registry;
        registry.m_fallback = &fallback;
        return registry;
    }

    /// Is asked first for each object of a class, whatever is registered or described for it
    /// (reducer_override); plain types and containers are not asked for, as in Python.
    void setOverride(Override override) { m_override = std::move(override); }
    /// `reduce` is asked in place of T's description: Reduced<…> reduce(const T&). The last wins.
    template <class T, class F> void addReducer(F reduce);
    /// Lets pickles call module.qualname(arguments…); `rebuild` is callable with typed parameters.
    template <class F>
    void addRebuilder(const std::string& module, const std::string& qualname, F rebuild);

    const Override* override() const ///< null where there is none
    {
        return m_override ? &m_override : m_fallback != nullptr ? m_fallback->override() : nullptr;
    }
    const Reducer* reducerOf(std::type_index type) const
    {
        const auto found = m_reducers.empty() ? m_reducers.end() : m_reducers.find(type);
        if (found != m_reducers.end()) {
            return &found->second;
        }
        return m_fallback != nullptr ? m_fallback->reducerOf(type) : nullptr;
    }
    bool hasReducers() const ///< or an override: classes may not travel as they are described
    {
        return m_override || !m_reducers.empty() ||
               (m_fallback != nullptr && m_fallback->hasReducers());
    }
    const Rebuilder*
    rebuilder(Value callable) const; ///< null where `callable` is no name that was added
    /// "module:qualname" of the class of an Object, empty where that is not known.
    std::string classOf(Value object) const;

private:
    const Registry* m_fallback = nullptr;
    Override m_override;
    std::map<std::type_index, Reducer> m_reducers;
    std::map<std::string, Rebuilder, std::less<>> m_rebuilders; ///< "module:qualname"
};

/// Whether `value` is the Global module.qualname.
bool isGlobal(Value value, std::string_view module, std::string_view qualname);
/// An Object that is made by one call and a state, with no items appended and no setter of its own.
bool isPlainObject(Value value);
/// "module:qualname", the key under which names are looked up.
std::string wireName(std::string_view module, std::string_view qualname);

template <class T, class F> void Registry::addReducer(F reduce)
{
    m_reducers[typeid(T)] = [reduce](const void* object, Reducing& reducing, const PathStep& step) {
        const auto reduced = reduce(*static_cast<const T*>(object));
        return reducing.ofTemporary([&] { return reduceCall(reduced, reducing, step); });
    };
}

/// The Object of a Reduced: what REDUCE and BUILD get.
template <class Arguments, class State>
Value reduceCall(const Reduced<Arguments, State>& reduced, Reducing& reducing, const PathStep& step)
{
    Document& document = reducing.document();
    const PathStep call = step.dot("__reduce__()");
    const Value callable = document.global(reduced.module, reduced.qualname);
    const Value arguments =
        Converter<Arguments>::reduce(reduced.arguments, reducing, call.at(std::size_t{1}));
    Value state;
    if constexpr (!std::is_same_v<State, std::monostate>) {
        state = Converter<State>::reduce(reduced.state, reducing, call.at(std::size_t{2}));
    }
    return reducing.failed() ? Value{}
                             : document.object(Making::Reduce, callable, arguments, state);
}

template <class Arguments, class State>
Reduction::Reduction(Reduced<Arguments, State> reduced)
    : m_reduce([reduced = std::move(reduced)](Reducing& reducing, const PathStep& step) {
          return reduceCall(reduced, reducing, step);
      })
{}

template <class F>
void Registry::addRebuilder(const std::string& module, const std::string& qualname, F rebuild)
{
    using T = typename Signature<F>::Result;
    using Arguments = typename Signature<F>::Arguments;
    auto call = [rebuild](Value arguments, void* object, Rebuilding& rebuilding,
                          const PathStep& step) {
        auto typed = Converter<Arguments>::rebuild(arguments, rebuilding, step);
        if (typed) {
            static_cast<std::optional<T>*>(object)->emplace(std::apply(rebuild, std::move(*typed)));
        }
        return typed.has_value();
    };
    m_rebuilders.insert_or_assign(wireName(module, qualname),
                                  Rebuilder{typeid(T), Converter<T>::wireClass(), std::move(call)});
}

} // namespace poolscope

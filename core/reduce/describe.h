// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A class says in one short function beside it what of it travels:
//
//     inline auto describe(Type<BigPow> type)
//     {
//         return type.named("blog", "BigPow").field("n", &BigPow::n).skip("pool", &BigPow::pool);
//     }
//
// Its objects travel as CPython pickles plain objects: cls.__new__(cls), then the state {"n": 10}.

#include "core/reduce/enum_description.h"
#include "core/reduce/registry.h"

#include <typeinfo>

namespace poolscope {

/// A member that travels under a name.
template <class T, class Member> struct DescribedField {
    using Type = Member;
    static constexpr bool travels = true;
    const char* name;
    Member T::*member;
};

/// A member that stays behind: on rebuilding it keeps what the default constructor gave it.
template <class T, class Member> struct SkippedField {
    using Type = Member;
    static constexpr bool travels = false;
    const char* name;
};

template <class T> struct Type;
struct NoHook {};

/// What a class does in Python's place, where it does: __getstate__, __setstate__, __reduce__,
/// __init__.
template <class Get = NoHook, class Set = NoHook, class Reduce = NoHook, class Init = NoHook>
struct Hooks {
    Get getState{};
    Set setState{};
    Reduce reduce{};
    Init init{};
    static constexpr bool hasGetState = !std::is_same_v<Get, NoHook>;
    static constexpr bool hasSetState = !std::is_same_v<Set, NoHook>;
    static constexpr bool hasReduce = !std::is_same_v<Reduce, NoHook>;
    static constexpr bool hasInit = !std::is_same_v<Init, NoHook>;
};
template <class... Given> Hooks(Given...) -> Hooks<Given...>;

/// What of a T travels. Made by Type<T>::named and the methods below, each of which adds to a copy.
template <class T, class Hooked = Hooks<>, class... Members> class Description final {
public:
    using Hooking = Hooked;
    static constexpr std::size_t travelling = (std::size_t{Members::travels} + ... + 0);
    constexpr Description(const char* module, const char* qualname, Hooked hooks,
                          std::tuple<Members...> members)
        : m_module(module), m_qualname(qualname), m_hooks(hooks), m_members(members)
    {}

    template <class Owner, class Member>
    constexpr auto field(const char* name, Member Owner::*member) const
    {
        return with(DescribedField<T, Member>{name, member});
    }
    template <class Owner, class Member>
    constexpr auto skip(const char* name, Member Owner::*) const
    {
        return with(SkippedField<T, Member>{name});
    }
    /// All members that Base's description names; its hooks are not taken over.
    template <class Base> constexpr auto fieldsOf() const
    {
        static_assert(std::is_base_of_v<Base, T>);
        return std::apply([&](const auto&... member) { return with(ofDerived(member)...); },
                          describe(Type<Base>{}).members());
    }
    /// __getstate__: `hook(object)` travels instead of the fields, whatever it gives.
    template <class Hook> constexpr auto getState(Hook hook) const
    {
        return hooked(Hooks{hook, m_hooks.setState, m_hooks.reduce, m_hooks.init});
    }
    /// __setstate__: `hook(object, state)` instead of setting the fields that the state names.
    template <class Hook> constexpr auto setState(Hook hook) const
    {
        return hooked(Hooks{m_hooks.getState, hook, m_hooks.reduce, m_hooks.init});
    }
    /// __reduce__: `hook(object)` gives callTo(module, qualname, arguments…), with a state or none,
    /// and nothing else of this description travels. A registry's rebuilder, or init, reads it.
    template <class Hook> constexpr auto reduce(Hook hook) const
    {
        return hooked(Hooks{m_hooks.getState, m_hooks.setState, hook, m_hooks.init});
    }
    /// __init__: where a pickle calls the class itself, `hook(arguments…)` makes the object.
    template <class Hook> constexpr auto init(Hook hook) const
    {
        return hooked(Hooks{m_hooks.getState, m_hooks.setState, m_hooks.reduce, hook});
    }

    const char* module() const { return m_module; }
    const char* qualname() const { return m_qualname; }
    const Hooked& hooks() const { return m_hooks; }
    const std::tuple<Members...>& members() const { return m_members; }
    static constexpr auto parts();
    /// Invalid where there is nothing to say: a class without fields, or a culprit.
    Value stateOf(const T& object, Reducing& reducing, const PathStep& step) const;
    bool restore(T& object, Value state, Rebuilding& rebuilding, const PathStep& step) const;

private:
    template <class... Added> constexpr auto with(Added... added) const
    {
        return Description<T, Hooked, Members..., Added...>(
            m_module, m_qualname, m_hooks,
            std::tuple_cat(m_members, std::tuple<Added...>(added...)));
    }
    template <class NewHooks> constexpr auto hooked(NewHooks hooks) const
    {
        return Description<T, NewHooks, Members...>(m_module, m_qualname, hooks, m_members);
    }
    template <class Base, class Member>
    static constexpr auto ofDerived(const DescribedField<Base, Member>& field)
    {
        return DescribedField<T, Member>{field.name, field.member};
    }
    template <class Base, class Member>
    static constexpr auto ofDerived(const SkippedField<Base, Member>& field)
    {
        return SkippedField<T, Member>{field.name};
    }
    Value fieldsAsState(const T& object, Reducing& reducing, const PathStep& step) const;
    template <class Member>
    static void addField(const Member& member, const T& object, Value state, Reducing& reducing,
                         const PathStep& step, std::vector<AttributeWeight>* weights);
    void weighFields(const T& object, Reducing& reducing,
                     std::vector<AttributeWeight>& weights) const;
    template <class Member>
    static bool setField(const Member& member, T& object, Value item, Rebuilding& rebuilding,
                         const PathStep& step);
    bool setFieldNamed(std::string_view name, T& object, Value item, Rebuilding& rebuilding,
                       const PathStep& step) const;

    const char* m_module;
    const char* m_qualname;
    Hooked m_hooks;
    std::tuple<Members...> m_members;
};

/// What describe() gets: says of which class the description is.
template <class T> struct Type {
    /// The class as Python would name it.
    constexpr auto named(const char* module, const char* qualname) const
    {
        if constexpr (std::is_enum_v<T>) {
            return EnumDescription<T, 0>(module, qualname, {});
        } else {
            return Description<T>(module, qualname, {}, {});
        }
    }
};

template <class T>
concept Described = requires
{
    describe(Type<T>{});
};

/// A class. In Python's order: the hook that is asked first, a reducer of the registry, the
/// description's reduce hook, its getState hook, its fields.
template <class T> struct Converter {
    static constexpr auto parts();
    static std::string name();
    static std::string wireClass(); ///< "module:qualname", empty where it has no description
    static bool fits(Value value, const Registry& registry, Fit fit);
    static Value reduce(const T& object, Reducing& reducing, const PathStep& step);
    static std::optional<T> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step);

    // The two halves of rebuild(): an object may be on a cycle once it is made.
    static std::optional<T> make(Value value, Rebuilding& rebuilding, const PathStep& step);
    static bool restore(T& object, Value value, Rebuilding& rebuilding, const PathStep& step);

private:
    static Value reduceByDescription(const T& object, Reducing& reducing, const PathStep& step);
    static bool call(Value value, std::optional<T>& object, Rebuilding& rebuilding,
                     const PathStep& step);
};

} // namespace poolscope

#include "core/reduce/class_converter.h"

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

struct NoHook {};

/// What of a T travels. Made by Type<T>::named and the methods below, each of which adds to a copy.
template <class T, class GetState = NoHook, class SetState = NoHook, class... Members>
class Description final {
public:
    constexpr Description(const char* module, const char* qualname, GetState get, SetState set,
                          std::tuple<Members...> members)
        : m_module(module),
          m_qualname(qualname),
          m_getState(get),
          m_setState(set),
          m_members(members)
    {}

    template <class Owner, class Member>
    constexpr auto field(const char* name, Member Owner::*member) const
    {
        return withMember(DescribedField<T, Member>{name, member});
    }
    template <class Owner, class Member>
    constexpr auto skip(const char* name, Member Owner::*) const
    {
        return withMember(SkippedField<T, Member>{name});
    }
    /// __getstate__: `hook(object)` travels instead of the fields, whatever it gives.
    template <class Hook> constexpr auto getState(Hook hook) const
    {
        return Description<T, Hook, SetState, Members...>(m_module, m_qualname, hook, m_setState,
                                                          m_members);
    }
    /// __setstate__: `hook(object, state)` instead of setting the fields that the state names.
    template <class Hook> constexpr auto setState(Hook hook) const
    {
        return Description<T, GetState, Hook, Members...>(m_module, m_qualname, m_getState, hook,
                                                          m_members);
    }

    const char* module() const { return m_module; }
    const char* qualname() const { return m_qualname; }
    static constexpr bool picklable();
    Value stateOf(const T& object, Reducing& reducing, const PathStep& step) const;
    bool restore(T& object, Value state, Rebuilding& rebuilding, const PathStep& step) const;

private:
    template <class Added> constexpr auto withMember(Added added) const
    {
        return Description<T, GetState, SetState, Members..., Added>(
            m_module, m_qualname, m_getState, m_setState,
            std::tuple_cat(m_members, std::tuple<Added>(added)));
    }
    template <class Member>
    static void addField(const Member& member, const T& object, Value state, Reducing& reducing,
                         const PathStep& step);
    template <class Member>
    static bool setField(const Member& member, T& object, Value item, Rebuilding& rebuilding,
                         const PathStep& step);
    bool setFieldNamed(std::string_view name, T& object, Value item, Rebuilding& rebuilding,
                       const PathStep& step) const;

    const char* m_module;
    const char* m_qualname;
    GetState m_getState;
    SetState m_setState;
    std::tuple<Members...> m_members;
};

/// What describe() gets: says of which class the description is.
template <class T> struct Type {
    /// The class as Python would name it.
    constexpr Description<T> named(const char* module, const char* qualname) const
    {
        return {module, qualname, {}, {}, {}};
    }
};

template <class T>
concept Described = requires
{
    describe(Type<T>{});
};

/// A class: its reducer in the registry if there is one, otherwise its description.
template <class T> struct Converter {
    static constexpr bool picklable = [] {
        if constexpr (Unpicklable<T>::value) {
            return false;
        } else if constexpr (Described<T>) {
            return decltype(describe(Type<T>{}))::picklable();
        } else {
            return false; // a reducer may make it so, but only at run time
        }
    }();
    static std::string name();
    static std::string wireClass(); ///< "module:qualname", empty where it has no description
    static Value reduce(const T& object, Reducing& reducing, const PathStep& step);
    static std::optional<T> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step);

private:
    static Value reduceByDescription(const T& object, Reducing& reducing, const PathStep& step);
    static std::optional<T> make(Value value, Rebuilding& rebuilding, const PathStep& step);
};

} // namespace poolscope

#include "core/reduce/described.h"

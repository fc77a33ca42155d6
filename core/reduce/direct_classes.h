// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Objects of described classes without a document between: those that travel by their fields or
// their state hooks. A reduce hook, a registered reducer or an override leads the other way.

#include "core/reduce/describe.h"
#include "core/reduce/direct_containers.h"

#include <typeinfo>

namespace poolscope {

template <class T>
concept DescribedClass = std::is_class_v<T> && Described<T>;

template <DescribedClass T> struct Direct<T> {
    using Description = decltype(describe(Type<T>{}));
    using Hooking = typename Description::Hooking;
    static constexpr int deepest = 64;

    static void write(const T& object, DirectWriting& writing)
    {
        if constexpr (Hooking::hasReduce || Unpicklable<T>::value) {
            writing.out.giveUp();
        } else if (writing.depth >= deepest || writing.out.gaveUp() ||
                   (writing.asksRegistry && writing.registry.reducerOf(typeid(T)) != nullptr)) {
            writing.out.giveUp();
        } else {
            ++writing.depth;
            writeState(object, writing);
            --writing.depth;
        }
    }
    static bool read(T& fresh, DirectReading& reading)
    {
        const auto description = describe(Type<T>{});
        if (!reading.in.enter() ||
            !reading.in.object(description.module(), description.qualname())) {
            return false;
        }
        const bool good = readState(fresh, reading);
        reading.in.leave();
        return good;
    }

private:
    static void writeState(const T& object, DirectWriting& writing)
    {
        const auto description = describe(Type<T>{});
        DirectWriter& out = writing.out;
        out.object(description.module(), description.qualname());
        if constexpr (Hooking::hasGetState) {
            const auto& hook = description.hooks().getState;
            using State = std::remove_cvref_t<std::invoke_result_t<decltype(hook), const T&>>;
            Direct<State>::write(hook(object), writing);
            out.endState();
        } else if constexpr (Description::travelling != 0) {
            out.beginFields(Description::travelling);
            std::apply([&](const auto&... member) { (writeField(member, object, writing), ...); },
                       description.members());
            out.endFields(Description::travelling);
            out.endState();
        }
    }
    template <class Member>
    static void writeField([[maybe_unused]] const Member& member, const T& object,
                           DirectWriting& writing)
    {
        if constexpr (Member::travels) {
            writing.out.name(member.name);
            Direct<typename Member::Type>::write(object.*member.member, writing);
        }
    }
    static bool readState(T& fresh, DirectReading& reading)
    {
        const auto description = describe(Type<T>{});
        if constexpr (Hooking::hasSetState) {
            using State = StateOf<decltype(Hooking::setState)>;
            State state{};
            if (!Direct<State>::read(state, reading) || !reading.in.endState()) {
                return false;
            }
            description.hooks().setState(fresh, std::move(state));
            return true;
        } else if (!reading.in.fieldsFollow()) {
            return true;
        } else {
            const auto field = [&](std::string_view name) {
                return std::apply(
                    [&](const auto&... member) {
                        bool good = false;
                        return ((name == member.name &&
                                 (good = readField(member, fresh, reading), true)) ||
                                ...) &&
                               good;
                    },
                    description.members());
            };
            return reading.in.fields(field) && reading.in.endState();
        }
    }
    template <class Member>
    static bool readField([[maybe_unused]] const Member& member, [[maybe_unused]] T& fresh,
                          [[maybe_unused]] DirectReading& reading)
    {
        if constexpr (Member::travels) {
            using FieldType = typename Member::Type;
            if constexpr (canBeFresh<FieldType>) {
                if constexpr (std::is_class_v<FieldType>) {
                    fresh.*member.member = FieldType(); // a T may begin with something in it
                }
                return Direct<FieldType>::read(fresh.*member.member, reading);
            }
        }
        return false;
    }
};

} // namespace poolscope

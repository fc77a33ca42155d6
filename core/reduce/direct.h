// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// From objects straight to the bytes of a pickle and back, with no document between. A Direct is a
// Converter's faster twin: it writes the same bytes and reads to the same objects, or it gives up
// and leaves it to the Converter, which knows everything and says what is wrong. Plain types are
// here, containers in direct_containers.h, classes in direct_classes.h.

#include "core/pickle/pickle.h"
#include "core/reduce/describe.h"
#include "core/reduce/pointers.h"
#include "core/reduce/registry.h"
#include "core/reduce/tuples.h"

namespace poolscope {

struct DirectWriting {
    DirectWriter& out;
    const Registry& registry;
    const bool asksRegistry; ///< it may say how a class travels
    int depth = 0;
};

struct DirectReading {
    DirectReader& in;
    const Registry& registry;
};

/// The primary template gives up. A specialisation has
///     static void write(const T&, DirectWriting&);
///     static bool read(T& fresh, DirectReading&);   // a T as its constructor has made it
template <class T> struct Direct {
    static void write(const T&, DirectWriting& writing) { writing.out.giveUp(); }
    static bool read(T&, DirectReading&) { return false; }
};

/// Whether an object can be made first and read into then.
template <class T> inline constexpr bool canBeFresh = std::is_default_constructible_v<T>;

template <> struct Direct<bool> {
    static void write(bool object, DirectWriting& writing) { writing.out.boolean(object); }
    static bool read(bool& fresh, DirectReading& reading) { return reading.in.boolean(fresh); }
};

template <> struct Direct<std::monostate> {
    static void write(std::monostate, DirectWriting& writing) { writing.out.none(); }
    static bool read(std::monostate&, DirectReading& reading) { return reading.in.none(); }
};

/// Numbers that always fit into an int64; others are left to the Converter when they do not.
template <WholeNumber T> struct Direct<T> {
    static constexpr bool isPlain = !Converter<T>::isWide;
    static void write(T object, DirectWriting& writing)
    {
        if (isPlain || object <= static_cast<T>(std::numeric_limits<std::int64_t>::max())) {
            writing.out.number(static_cast<std::int64_t>(object));
        } else {
            writing.out.giveUp();
        }
    }
    static bool read(T& fresh, DirectReading& reading)
    {
        std::int64_t number = 0;
        if (!reading.in.integer(number)) {
            return false;
        }
        fresh = static_cast<T>(number);
        return static_cast<std::int64_t>(fresh) == number && (fresh < T(0)) == (number < 0);
    }
};

template <> struct Direct<Int128> {
    static void write(Int128, DirectWriting& writing) { writing.out.giveUp(); }
    static bool read(Int128&, DirectReading&) { return false; }
};

template <std::floating_point T> struct Direct<T> {
    static void write(T object, DirectWriting& writing)
    {
        writing.out.number(static_cast<double>(object));
    }
    static bool read(T& fresh, DirectReading& reading)
    {
        double number = 0;
        std::int64_t whole = 0;
        if (!reading.in.real(number)) {
            if (!reading.in.integer(whole)) {
                return false;
            }
            number = Integer(whole).toDouble();
        }
        fresh = static_cast<T>(number);
        return true;
    }
};

template <> struct Direct<Integer> {
    static void write(const Integer& object, DirectWriting& writing)
    {
        if (object.fitsInt64()) {
            writing.out.number(object.toInt64());
        } else {
            Integer::Room room;
            const std::string_view bytes = object.toTwosComplement(room);
            if (bytes.data() == room.near.data()) [[likely]] {
                writing.out.bigInteger(room.near, bytes.size());
            } else {
                writing.out.bigInteger(bytes);
            }
        }
    }
    static bool read(Integer& fresh, DirectReading& reading)
    {
        std::int64_t number = 0;
        std::string_view bytes;
        if (reading.in.integer(number)) {
            fresh = number;
            return true;
        }
        if (!reading.in.bigInteger(bytes)) {
            return false;
        }
        fresh = Integer::fromTwosComplement(bytes);
        return true;
    }
};

template <> struct Direct<std::string> {
    static void write(const std::string& object, DirectWriting& writing)
    {
        writing.out.text(object);
    }
    static bool read(std::string& fresh, DirectReading& reading)
    {
        std::string_view utf8;
        if (!reading.in.text(utf8)) {
            return false;
        }
        fresh.assign(utf8);
        return true;
    }
};

template <> struct Direct<Blob> {
    static void write(const Blob& object, DirectWriting& writing)
    {
        if (object.size() < largeBlob) {
            writing.out.bytes(object.bytes());
        } else {
            writing.out.giveUp(); // it may travel beside the message
        }
    }
    static bool read(Blob& fresh, DirectReading& reading)
    {
        std::string_view bytes;
        if (!reading.in.bytes(bytes)) {
            return false;
        }
        fresh = Blob(std::string(bytes));
        return true;
    }
};

/// Without a description: its number.
template <class T>
    requires(std::is_enum_v<T> && !Described<T>)
struct Direct<T> {
    using Number = typename Converter<T>::Number;
    static void write(T object, DirectWriting& writing)
    {
        Direct<Number>::write(static_cast<Number>(object), writing);
    }
    static bool read(T& fresh, DirectReading& reading)
    {
        Number number{};
        if (!Direct<Number>::read(number, reading)) {
            return false;
        }
        fresh = static_cast<T>(number);
        return static_cast<Number>(fresh) == number;
    }
};

template <class T> struct Direct<std::optional<T>> {
    static void write(const std::optional<T>& object, DirectWriting& writing)
    {
        object ? Direct<T>::write(*object, writing) : writing.out.none();
    }
    static bool read(std::optional<T>& fresh, DirectReading& reading)
    {
        if (reading.in.none()) {
            return true;
        }
        if constexpr (canBeFresh<T>) {
            return Direct<T>::read(fresh.emplace(), reading);
        }
        return false;
    }
};

template <class T> struct Direct<std::unique_ptr<T>> {
    static void write(const std::unique_ptr<T>& object, DirectWriting& writing)
    {
        if (object == nullptr) {
            writing.out.none();
        } else if (isExactly(*object)) {
            Direct<std::remove_const_t<T>>::write(*object, writing);
        } else {
            writing.out.giveUp();
        }
    }
    static bool read(std::unique_ptr<T>& fresh, DirectReading& reading)
    {
        if (reading.in.none()) {
            return true;
        }
        if constexpr (canBeFresh<T> && !std::is_const_v<T>) {
            fresh = std::make_unique<T>();
            return Direct<T>::read(*fresh, reading);
        }
        return false;
    }
};

/// Written as what it holds; what comes in is left to the Converter.
template <class... Ts> struct Direct<std::variant<Ts...>> {
    static void write(const std::variant<Ts...>& object, DirectWriting& writing)
    {
        std::visit([&]<class T>(const T& held) { Direct<T>::write(held, writing); }, object);
    }
    static bool read(std::variant<Ts...>&, DirectReading&) { return false; }
};

} // namespace poolscope

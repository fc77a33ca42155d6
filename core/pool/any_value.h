// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Values for calls by name: what travels is known, its C++ type is not.

#include "core/pool/errors.h"
#include "core/reduce/reduce.h"

#include <memory>

namespace poolscope {

/// A Value together with what it lives in. Copies share it; it is never changed.
class AnyValue final {
public:
    AnyValue(); ///< None
    /// A C++ object that can be pickled, as Python would see it. Throws PicklingError.
    template <class T>
        requires(!std::is_same_v<T, AnyValue> && !std::is_same_v<T, Value>)
    AnyValue(const T& object)
    {
        Document document;
        *this = AnyValue(valueOrRaise(toValue(object, document, Registry())));
    }
    AnyValue(const char* text) : AnyValue(std::string(text)) {}
    explicit AnyValue(Value value); ///< a deep copy
    /// `value` itself: `owner` keeps what it lives in.
    AnyValue(Value value, std::shared_ptr<const void> owner)
        : m_value(value), m_owner(std::move(owner))
    {}

    Value value() const { return m_value; }
    /// As a C++ object. Throws UnpicklingError, which says what was expected and what came.
    template <class T> T as(const Registry& registry = Registry()) const
    {
        return valueOrRaise(fromValue<T>(m_value, registry));
    }
    std::string repr() const { return poolscope::repr(m_value); } ///< as Python writes it
    friend bool operator==(const AnyValue& a, const AnyValue& b)  ///< Python's ==
    {
        return equal(a.m_value, b.m_value);
    }

private:
    Value m_value;
    std::shared_ptr<const void> m_owner;
};

template <> struct Converter<AnyValue> {
    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "object"; }
    static bool fits(Value value, const Registry&, Fit) { return value.valid(); }
    static Value reduce(const AnyValue& object, Reducing& reducing, const PathStep&)
    {
        return reducing.document().copy(object.value());
    }
    static std::optional<AnyValue> rebuild(Value value, Rebuilding&, const PathStep&)
    {
        return AnyValue(value);
    }
};

/// A function of the catalogue by its name, with some of its keywords fixed:
/// `ByName("power", {{"n", 3}})`.
class ByName final {
public:
    using Keywords = std::vector<std::pair<std::string, AnyValue>>;
    ByName(std::string name, Keywords keywords = {})
        : m_name(std::move(name)), m_keywords(std::move(keywords))
    {}
    ByName(const char* name) : ByName(std::string(name)) {}

    const std::string& name() const { return m_name; }
    Value keywords(Document& document) const; ///< a Dict, or an invalid Value where there are none

private:
    std::string m_name;
    Keywords m_keywords;
};

} // namespace poolscope

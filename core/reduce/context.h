// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What is known while one object is taken apart (Reducing) or rebuilt (Rebuilding): the document,
// the registry, and what has gone wrong. Converters get it handed down.

#include "core/reduce/path_step.h"
#include "core/reduce/shared_objects.h"
#include "core/reduce/unpicklability.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poolscope {

class Registry;

/// One object on its way to a Value. What cannot be pickled is noted and the rest is looked at all
/// the same, so that every culprit is found in one go.
class Reducing final {
public:
    Reducing(Document& document, const Registry& registry)
        : m_document(document), m_registry(registry)
    {}

    Document& document() { return m_document; }
    const Registry& registry() const { return m_registry; }

    /// Bytes of the object: looked at in place, or copied while what holds them is a temporary.
    Value text(std::string_view utf8, const PathStep& where);
    Value bytes(std::string_view bytes);
    /// Runs `reduce` on what a hook made and nobody keeps.
    template <class F> Value ofTemporary(F reduce)
    {
        const bool before = std::exchange(m_borrows, false);
        const Value value = reduce();
        m_borrows = before;
        return value;
    }

    /// Notes a culprit: "BigPow.pool is a <name>, and <reason>". Gives no value.
    Value refuse(const PathStep& where, std::string name, std::string reason);
    bool failed() const { return !m_culprits.empty(); }
    const std::vector<Culprit>& culprits() const { return m_culprits; }

    /// What a shared_ptr holds: its Value, which is invalid while it is being made. The object is
    /// kept, so that no other comes to lie at its address meanwhile.
    SharedObjects<Value>::Met meet(std::shared_ptr<const void> object, std::type_index type)
    {
        const auto met = m_shared.meet(addressOf(object.get()), type);
        if (met.isNew) {
            m_kept.push_back(std::move(object));
        }
        return met;
    }
    /// An enumerator, which Python knows as one object.
    SharedObjects<Value>::Met meet(std::uint64_t number, std::type_index type)
    {
        return m_shared.meet(number, type);
    }
    /// The Value of `object` is there before its parts are: from now on they may hold it.
    template <class T> void made(const T& object, Value value)
    {
        m_shared.made(addressOf(&object), typeid(T), value);
    }

    /// Notes what the attributes of objects on the way to a culprit weigh in this protocol.
    void weighIn(int protocol) { m_weighing = protocol; }
    /// The protocol, or 0 where nothing has to be weighed (any more).
    int weighing() const;
    int protocol() const { return m_weighing; }
    std::vector<WeighedObject>& objects() { return m_objects; }

private:
    Document& m_document;
    const Registry& m_registry;
    bool m_borrows = true;
    int m_weighing = 0;
    std::vector<Culprit> m_culprits;
    std::vector<WeighedObject> m_objects;
    SharedObjects<Value> m_shared;
    std::vector<std::shared_ptr<const void>> m_kept;
};

/// One Value on its way to an object. The first mismatch ends it.
class Rebuilding final {
public:
    explicit Rebuilding(const Registry& registry) : m_registry(registry) {}

    const Registry& registry() const { return m_registry; }

    /// Notes that `came` is not what is due: "an int from 0 to 255".
    std::nullopt_t mismatch(const PathStep& where, Value came, std::string_view expected);
    /// Notes another reason: "<object><path> <reason>."
    std::nullopt_t fail(const PathStep& where, std::string reason);
    /// What was noted, as an UnpicklingError of the object `name`.
    Error error(const std::string& name) const;

    /// What a shared_ptr is to hold: the object of this node, null while it is being made.
    SharedObjects<std::shared_ptr<void>>::Met meet(Value node, std::type_index type)
    {
        return m_shared.meet(node.index(), type);
    }

private:
    const Registry& m_registry;
    SharedObjects<std::shared_ptr<void>> m_shared;
    std::string m_path;
    std::string m_reason;
};

/// What the exception says that a hook, a reducer or a constructor threw, with a full stop; call it
/// in a catch.
std::string currentException();
/// Python's name of a kind: "int", "NoneType".
const char* kindName(Kind kind);
/// "a Pool", "an int".
std::string withArticle(std::string_view noun);
/// A C++ type as a person reads it, for types that have no other name.
std::string readableName(const char* mangled);
/// UTF-8, where lone surrogates may stand as their three bytes.
bool isText(std::string_view bytes);

} // namespace poolscope

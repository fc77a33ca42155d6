// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/value: what an argument or a result is. A Document is an arena of 16-byte nodes;
// a Value is a light handle on one of them. Nodes are never freed one by one, sharing and cycles
// are allowed, and nothing here recurses: nesting of a million is no danger.

#include "core/base/base.h"
#include "core/value/integer.h"
#include "core/value/node.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poolscope {

class Document;

/// A handle on a node of a Document; valid until the document is cleared or goes. Cheap to copy.
/// Two handles of one document are the same object when they are equal (Python's `is`).
class Value final {
public:
    Value() = default; ///< no value at all: kind() may not be asked
    bool valid() const { return m_document != nullptr; }
    Kind kind() const;

    bool boolean() const;       ///< Bool
    std::int64_t int64() const; ///< Int
    Integer integer() const;    ///< Int, BigInt or Bool
    double real() const;        ///< Float
    std::string_view
    text() const; ///< Str (UTF-8, lone surrogates as their 3 bytes), Bytes, ByteArray, OutOfBand
    std::string_view module() const;   ///< Global
    std::string_view qualname() const; ///< Global

    std::size_t size() const;               ///< List, Tuple, Set, FrozenSet: items; Dict: pairs
    Value operator[](std::size_t i) const;  ///< List, Tuple, Set, FrozenSet
    Value key(std::size_t i) const;         ///< Dict
    Value item(std::size_t i) const;        ///< Dict
    Value find(std::string_view key) const; ///< Dict: the item of a Str key, or an invalid Value

    Making making() const;   ///< Object
    Value callable() const;  ///< Object: what is called, or the class
    Value arguments() const; ///< Object: a Tuple
    Value state() const;     ///< Object: what BUILD gets, or an invalid Value
    Value keywords() const;  ///< Object made by NewObjectEx: a Dict
    Value setter() const;    ///< Object: called with (object, state) in place of BUILD, or invalid
    Value listItems() const; ///< Object: a List of what is appended to it, or an invalid Value
    Value dictItems() const; ///< Object: a Dict of what is set in it, or an invalid Value
    Value effects() const;   ///< Object: a List of what else was done to it, or an invalid Value

    Value persistentId() const;         ///< Persistent
    std::int64_t extensionCode() const; ///< Extension
    bool readOnly() const;              ///< OutOfBand

    std::uint32_t index() const { return m_index; }
    const Document* document() const { return m_document; }
    bool operator==(const Value&) const = default;

private:
    friend class Document;
    Value(const Document* document, std::uint32_t index) : m_document(document), m_index(index) {}
    const Node& node() const;
    Value child(std::size_t link) const;
    Value slot(Slot slot) const;

    const Document* m_document = nullptr;
    std::uint32_t m_index = 0;
};

} // namespace poolscope

#include "core/value/document.h"

namespace poolscope {

/// Python's repr of a value: `[1, 'a', {'n': 10}]`, at most about `limit` characters, then "…".
/// A shared node is printed each time, a cycle as `[...]`. A global is its dotted name, an object
/// the call that makes it: `blog.BigPow() + {'n': 10}`.
std::string repr(Value value, std::size_t limit = 1000);

/// Python's ==: 1 == 1.0 == True, dicts and sets without order. False for nested cycles. Objects
/// are equal when they are made alike.
bool equal(Value a, Value b);

} // namespace poolscope

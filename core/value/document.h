// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The arena behind values: nodes, links between them, and bytes. It only grows; clear() keeps the
// memory for the next message.

#include "core/value/byte_arena.h"
#include "core/value/growing_array.h"
#include "core/value/intern_table.h"
#include "core/value/value.h"

#include <initializer_list>
#include <memory>

namespace poolscope {

/// Owns nodes. Neither moved nor copied, since handles name the document by address. It holds at
/// most 2^32 nodes and links: std::length_error past that, std::bad_alloc where memory ends.
class Document final {
public:
    Document();
    ~Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    void clear();
    /// Views of these bytes are held as long as this document, until clear().
    void keep(std::string_view bytes, std::shared_ptr<const void> kept)
    {
        m_keptBytes = bytes;
        m_kept = std::move(kept);
    }
    /// What has to be held for a view of such bytes to outlive the document; null for other bytes.
    std::shared_ptr<const void> keeperOf(std::string_view view) const;
    std::size_t nodeCount() const { return m_nodes.size(); } ///< each index is below it
    std::size_t memory() const;                              ///< bytes held

    Value none() const { return {this, noneIndex}; }
    Value boolean(bool value) const { return {this, value ? trueIndex : falseIndex}; }
    Value integer(std::int64_t value);
    Value integer(const Integer& value);
    Value bigInteger(std::string_view twosComplement);     ///< copied; becomes an Int where it fits
    Value bigIntegerView(std::string_view twosComplement); ///< not copied
    Value real(double value);
    Value str(std::string_view utf8);        ///< copied
    Value strView(std::string_view utf8);    ///< not copied: the bytes outlive the document's use
    Value interned(std::string_view utf8);   ///< one node for equal text: attribute names, modules
    Value bytes(std::string_view bytes);     ///< copied
    Value bytesView(std::string_view bytes); ///< not copied
    Value byteArray(std::string_view bytes); ///< copied
    Value byteArrayView(std::string_view bytes);
    Value tuple(std::span<const Value> items);
    Value tuple(std::initializer_list<Value> items);
    Value list(std::span<const Value> items = {});
    Value set(std::span<const Value> items = {});
    Value frozenSet(std::span<const Value> items);
    Value dict(std::span<const std::pair<Value, Value>> pairs = {});
    Value global(std::string_view module, std::string_view qualname); ///< one node for equal names
    Value global(Value module, Value qualname); ///< of two Str nodes, a node of its own
    /// From now on this is the node that global() gives for its names, and its texts are interned.
    void intern(Value global);
    Value object(Making making, Value callable, Value arguments, Value state = {});

    Value persistent(Value id);
    Value extension(std::int64_t code);
    /// Bytes that a writer may send beside the pickle; not copied. Without an address they stand
    /// for a buffer that did not come with its pickle.
    Value outOfBand(std::string_view bytes, bool readOnly);
    Value python2Str(std::string_view bytes); ///< copied
    Value python2StrView(std::string_view bytes);

    /// List, Set
    void append(Value list, Value item);
    /// Dict: appended; a later equal key wins on reading.
    void setItem(Value dict, Value key, Value item);
    /// Object, once.
    void setState(Value object, Value state);
    /// Fills an empty FrozenSet or Tuple that was made first, so that it can be on a cycle.
    void setArguments(Value frozenOrTuple, std::span<const Value> items);
    /// Object: its other parts (ListItems is a List, DictItems and Keywords are Dicts).
    void setSlot(Value object, Slot slot, Value value);

    /// Object: from now on it is made by a call of `callable` with no arguments, all else as it was.
    void remake(Value object, Making making, Value callable);

    /// Persistent, Extension, OutOfBand, Str …: adds to the flags of its node.
    void mark(Value node, std::uint8_t flags) { m_nodes[node.index()].flags |= flags; }
    void unmark(Value node, std::uint8_t flags)
    {
        m_nodes[node.index()].flags &= static_cast<std::uint8_t>(~flags);
    }

    /// Makes `node` what `other` is, for all who hold it. The way a codec replaces a node.
    void become(Value node, Value other);

    /// A deep copy of a value of another document into this one, sharing kept.
    Value copy(Value value);
    /// The same, and equal globals become one node, as they are one object in Python.
    Value copyMergingGlobals(Value value);

    // For codecs, whose stacks hold indices.
    static constexpr std::uint32_t noneIndex = 0;
    static constexpr std::uint32_t falseIndex = 1;
    static constexpr std::uint32_t trueIndex = 2;
    static constexpr std::uint32_t emptyTupleIndex = 3; ///< `()` itself; tuple({}) makes another
    Value at(std::uint32_t index) const { return {this, index}; }
    const Node* nodes() const { return m_nodes.data(); }
    const std::uint32_t* links() const { return m_links.data(); }
    /// List, Tuple, Set, FrozenSet; Dict with key, item, key, item, …
    Value container(Kind kind, std::span<const std::uint32_t> links);
    /// List, Set, Dict. The links may not lie in this document.
    void extend(Value container, std::span<const std::uint32_t> links);

private:
    friend class Value;
    friend class DocumentCopy;
    Value add(const Node& node)
    {
        m_nodes.push(node);
        return {this, static_cast<std::uint32_t>(m_nodes.size() - 1)};
    }
    Value textNode(Kind kind, std::string_view bytes);
    std::uint32_t findText(std::size_t hash, std::string_view utf8) const;
    std::uint32_t findGlobal(std::size_t hash, std::string_view module,
                             std::string_view qualname) const;
    Value interned(Value made, std::size_t hash);
    Value wide(std::string_view twosComplement, bool copied);
    std::uint32_t claim(std::size_t links);
    void reserve(Node& node, std::size_t used, std::size_t needed);
    Value containerOf(Kind kind, std::span<const Value> items);
    void addConstants();

    GrowingArray<Node> m_nodes;
    GrowingArray<std::uint32_t> m_links;
    ByteArena m_bytes;
    InternTable m_interned;
    std::string_view m_keptBytes;
    std::shared_ptr<const void> m_kept;
};

inline Value Document::integer(std::int64_t value)
{
    Node node{Kind::Int, 0, 0, 0, {}};
    node.integer = value;
    return add(node);
}

inline Value Document::real(double value)
{
    Node node{Kind::Float, 0, 0, 0, {}};
    node.real = value;
    return add(node);
}

inline Value Document::textNode(Kind kind, std::string_view bytes)
{
    Node node{kind,
              0,
              static_cast<std::uint16_t>(bytes.size() >> 32),
              static_cast<std::uint32_t>(bytes.size()),
              {}};
    node.bytes = bytes.data();
    return add(node);
}

inline Value Document::strView(std::string_view utf8) { return textNode(Kind::Str, utf8); }
inline Value Document::python2StrView(std::string_view bytes)
{
    return textNode(Kind::Python2Str, bytes);
}
inline Value Document::bytesView(std::string_view bytes) { return textNode(Kind::Bytes, bytes); }
inline Value Document::byteArrayView(std::string_view bytes)
{
    return textNode(Kind::ByteArray, bytes);
}

inline const Node& Value::node() const { return m_document->m_nodes[m_index]; }
inline Kind Value::kind() const { return node().kind; }
inline std::int64_t Value::int64() const { return node().integer; }
inline bool Value::boolean() const { return node().integer != 0; }
inline double Value::real() const { return node().real; }
inline std::string_view Value::text() const { return node().text(); }
inline std::size_t Value::size() const { return node().size; }
inline Value Value::child(std::size_t link) const
{
    return {m_document, m_document->m_links[node().run.first + link]};
}
inline Value Value::operator[](std::size_t i) const { return child(i); }
inline Value Value::key(std::size_t i) const { return child(2 * i); }
inline Value Value::item(std::size_t i) const { return child(2 * i + 1); }
inline Making Value::making() const { return static_cast<Making>(node().flags); }

} // namespace poolscope

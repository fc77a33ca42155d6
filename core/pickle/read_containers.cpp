// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/reader.h"

namespace poolscope {

bool Reader::shortTuple(std::size_t count)
{
    if (!has(count)) {
        return false;
    }
    const std::size_t height = m_stack.size() - count;
    const Value tuple = m_document.container(Kind::Tuple, {m_stack.data() + height, count});
    m_stack.truncate(height);
    return push(tuple);
}

bool Reader::markedContainer(Kind kind)
{
    std::span<std::uint32_t> items;
    if (!popMark(items)) {
        return false;
    }
    if (kind == Kind::Tuple && items.empty()) {
        return push(m_document.at(Document::emptyTupleIndex));
    }
    if (kind == Kind::Dict && items.size() % 2 != 0) {
        return fail("a dict with a key that has no value");
    }
    const bool isHashed = kind == Kind::Dict || kind == Kind::FrozenSet;
    if (isHashed && !areHashable(items, kind == Kind::Dict ? 2 : 1)) {
        return false;
    }
    return push(m_document.container(kind, items));
}

bool Reader::append()
{
    if (!has(2)) {
        return false;
    }
    const std::uint32_t item = m_stack.pop();
    return extend(m_stack.top(), {&item, 1});
}

bool Reader::appendAll()
{
    std::span<std::uint32_t> items;
    return popMark(items) && has(1) && extend(m_stack.top(), items);
}

bool Reader::setItem()
{
    if (!has(3)) {
        return false;
    }
    const std::size_t height = m_stack.size() - 2;
    const std::span<const std::uint32_t> pair(m_stack.data() + height, 2);
    m_stack.truncate(height);
    return extendPairs(m_stack.top(), pair);
}

bool Reader::setItems()
{
    std::span<std::uint32_t> items;
    return popMark(items) && has(1) && extendPairs(m_stack.top(), items);
}

bool Reader::addItems()
{
    std::span<std::uint32_t> items;
    if (!popMark(items) || !has(1)) {
        return false;
    }
    if (items.empty()) {
        return true; // as in CPython: nobody is asked whether it could
    }
    const Value set = m_document.at(m_stack.top());
    if (set.kind() == Kind::Object) {
        return effect(set, Effect::AddItems, m_document.container(Kind::List, items));
    }
    if (set.kind() != Kind::Set) {
        return fail("ADDITEMS on what is no set");
    }
    if (!areHashable(items, 1)) {
        return false;
    }
    m_document.extend(set, items);
    return true;
}

bool Reader::extend(std::uint32_t target, std::span<const std::uint32_t> items)
{
    if (items.empty()) {
        return true;
    }
    Value list = m_document.at(target);
    if (list.kind() == Kind::Object) {
        if (isComplete(list) || list.dictItems().valid()) {
            return effect(list, Effect::Append, m_document.container(Kind::List, items));
        }
        list = itemsOf(list, Slot::ListItems);
    } else if (list.kind() != Kind::List) {
        return fail("items are appended to what is no list");
    }
    m_document.extend(list, items);
    return true;
}

bool Reader::extendPairs(std::uint32_t target, std::span<const std::uint32_t> items)
{
    if (items.empty()) {
        return true;
    }
    Value dict = m_document.at(target);
    if (items.size() % 2 != 0) {
        return fail("SETITEMS with a key that has no value");
    }
    if (dict.kind() == Kind::Object) {
        if (isComplete(dict)) {
            return effect(dict, Effect::SetItems, m_document.container(Kind::Dict, items));
        }
        dict = itemsOf(dict, Slot::DictItems);
    } else if (dict.kind() != Kind::Dict) {
        return fail("keys are set in what is no dict");
    } else if (!areHashable(items, 2)) {
        return false;
    }
    m_document.extend(dict, items);
    return true;
}

bool Reader::areHashable(std::span<const std::uint32_t> items, std::size_t stride)
{
    switch (m_hashable.obstacle(items, stride)) {
    case Kind::List: return fail("a list can change, so it is no key of a dict nor in a set");
    case Kind::Dict: return fail("a dict can change, so it is no key of a dict nor in a set");
    case Kind::Set: return fail("a set can change, so it is no key of a dict nor in a set");
    case Kind::ByteArray:
        return fail("a bytearray can change, so it is no key of a dict nor in a set");
    default: return true;
    }
}

// What is appended to or set in an object whose class is not here is kept beside it.
Value Reader::itemsOf(Value object, Slot slot)
{
    const bool isList = slot == Slot::ListItems;
    Value items = isList ? object.listItems() : object.dictItems();
    if (!items.valid()) {
        items = m_document.container(isList ? Kind::List : Kind::Dict, {});
        m_document.setSlot(object, slot, items);
    }
    return items;
}

} // namespace poolscope

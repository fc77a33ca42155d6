// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/value/value.h"

namespace poolscope {

Integer Value::integer() const
{
    return kind() == Kind::BigInt ? Integer::fromTwosComplement(text()) : Integer(int64());
}

std::string_view Value::module() const { return m_document->at(node().name.module).text(); }

std::string_view Value::qualname() const { return m_document->at(node().name.qualname).text(); }

Value Value::find(std::string_view key) const
{
    for (std::size_t i = size(); i-- > 0;) {
        const Value candidate = this->key(i);
        if (candidate.kind() == Kind::Str && candidate.text() == key) {
            return item(i);
        }
    }
    return {};
}

Value Value::slot(Slot slot) const
{
    const auto i = static_cast<std::uint32_t>(slot);
    const Value value = i < size() ? child(i) : Value(m_document, noNode);
    return value.index() == noNode ? Value() : value;
}

Value Value::callable() const { return slot(Slot::Callable); }
Value Value::arguments() const { return slot(Slot::Arguments); }
Value Value::state() const { return slot(Slot::State); }
Value Value::keywords() const { return slot(Slot::Keywords); }
Value Value::setter() const { return slot(Slot::Setter); }
Value Value::listItems() const { return slot(Slot::ListItems); }
Value Value::dictItems() const { return slot(Slot::DictItems); }
Value Value::effects() const { return slot(Slot::Effects); }

Value Value::persistentId() const { return child(0); }
std::int64_t Value::extensionCode() const { return node().integer; }
bool Value::readOnly() const { return (node().flags & Node::readOnly) != 0; }

} // namespace poolscope

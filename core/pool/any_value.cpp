// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pool/any_value.h"

namespace poolscope {

namespace {

std::shared_ptr<const Document> emptyDocument()
{
    static const auto document = std::make_shared<const Document>();
    return document;
}

} // namespace

AnyValue::AnyValue() : m_value(emptyDocument()->none()), m_owner(emptyDocument()) {}

AnyValue::AnyValue(Value value)
{
    auto document = std::make_shared<Document>();
    m_value = document->copy(value);
    m_owner = std::move(document);
}

Value ByName::keywords(Document& document) const
{
    if (m_keywords.empty()) {
        return {};
    }
    const Value dict = document.dict();
    for (const auto& [name, value] : m_keywords) {
        document.setItem(dict, document.interned(name), document.copy(value.value()));
    }
    return dict;
}

} // namespace poolscope

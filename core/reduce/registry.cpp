// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/reduce/registry.h"

namespace poolscope {

std::string wireName(std::string_view module, std::string_view qualname)
{
    return std::string(module) + ":" + std::string(qualname);
}

bool isGlobal(Value value, std::string_view module, std::string_view qualname)
{
    return value.kind() == Kind::Global && value.module() == module && value.qualname() == qualname;
}

bool isPlainObject(Value value)
{
    if (value.kind() != Kind::Object || value.setter().valid() || value.listItems().valid() ||
        value.dictItems().valid() || value.effects().valid()) {
        return false;
    }
    return value.making() == Making::Reduce || value.making() == Making::NewObject;
}

const Registry::Rebuilder* Registry::rebuilder(Value callable) const
{
    if (callable.kind() != Kind::Global) {
        return nullptr;
    }
    const auto found = m_rebuilders.find(wireName(callable.module(), callable.qualname()));
    return found == m_rebuilders.end() ? nullptr : &found->second;
}

std::string Registry::classOf(Value object) const
{
    if (object.kind() != Kind::Object) {
        return {};
    }
    if (object.making() == Making::Reduce) {
        const Rebuilder* made = rebuilder(object.callable());
        return made != nullptr ? made->className : std::string();
    }
    const Value type = object.callable();
    return type.kind() == Kind::Global ? wireName(type.module(), type.qualname()) : std::string();
}

} // namespace poolscope

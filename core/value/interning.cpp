// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// The part of Document that gives equal texts and globals one node, as CPython interns identifiers
// and finds the same class by the same name.
#include "core/value/document.h"

#include <functional>

namespace poolscope {

namespace {

std::size_t hashOf(std::string_view text) { return std::hash<std::string_view>()(text); }

std::size_t hashOf(std::string_view module, std::string_view qualname)
{
    return hashOf(module) * 31 + hashOf(qualname);
}

} // namespace

std::uint32_t Document::findText(std::size_t hash, std::string_view utf8) const
{
    return m_interned.find(hash, [&](std::uint32_t node) {
        return m_nodes[node].kind == Kind::Str && m_nodes[node].text() == utf8;
    });
}

std::uint32_t Document::findGlobal(std::size_t hash, std::string_view module,
                                   std::string_view qualname) const
{
    return m_interned.find(hash, [&](std::uint32_t node) {
        return m_nodes[node].kind == Kind::Global && at(node).module() == module &&
               at(node).qualname() == qualname;
    });
}

Value Document::interned(Value made, std::size_t hash)
{
    m_nodes[made.index()].flags = Node::interned;
    m_interned.insert(hash, made.index());
    return made;
}

Value Document::interned(std::string_view utf8)
{
    const std::size_t hash = hashOf(utf8);
    const std::uint32_t found = findText(hash, utf8);
    return found != noNode ? at(found) : interned(str(utf8), hash);
}

void Document::intern(Value global)
{
    const GlobalName name = m_nodes[global.index()].name;
    for (const std::uint32_t text : {name.module, name.qualname}) {
        const std::size_t hash = hashOf(at(text).text());
        if (findText(hash, at(text).text()) == noNode) {
            interned(at(text), hash);
        }
    }
    const std::size_t hash = hashOf(global.module(), global.qualname());
    if (findGlobal(hash, global.module(), global.qualname()) == noNode) {
        interned(global, hash);
    }
}

Value Document::global(std::string_view module, std::string_view qualname)
{
    const std::size_t hash = hashOf(module, qualname);
    if (const std::uint32_t found = findGlobal(hash, module, qualname); found != noNode) {
        return at(found);
    }
    // CPython gives functions written in C, of which we make this one, texts of their own.
    const bool ofC = module == "builtins" && qualname == "getattr";
    const Value moduleText = ofC ? str(module) : interned(module);
    return interned(global(moduleText, ofC ? str(qualname) : interned(qualname)), hash);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/value/equality_classes.h"

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

// Ahead of each key, so that no two kinds of it meet; Set and FrozenSet, Bytes and ByteArray do.
char markOf(Kind kind)
{
    switch (kind) {
    case Kind::FrozenSet: return static_cast<char>(Kind::Set);
    case Kind::ByteArray: return static_cast<char>(Kind::Bytes);
    default: return static_cast<char>(kind);
    }
}

// What a value's equality depends on: items, keys and items, slots of an object.
template <class Visit> void forEachPart(Value value, Visit visit)
{
    const Kind kind = value.kind();
    if (kind == Kind::Object) {
        for (const Value part :
             {value.callable(), value.arguments(), value.state(), value.setter(), value.listItems(),
              value.dictItems(), value.keywords(), value.effects()}) {
            visit(part);
        }
    } else if (kind == Kind::Dict) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            visit(value.key(i));
            visit(value.item(i));
        }
    } else if (kind >= Kind::List && kind <= Kind::FrozenSet) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            visit(value[i]);
        }
    } else if (kind == Kind::Persistent) {
        visit(value.persistentId());
    }
}

void appendNumber(std::string& key, std::uint64_t number)
{
    key.append(reinterpret_cast<const char*>(&number), sizeof number);
}

// A whole double has the key of the integer that it equals.
std::string numberKey(Value value)
{
    std::string key(1, 'n');
    if (value.kind() != Kind::Float) {
        return key.append(value.integer().toTwosComplement());
    }
    const double real = value.real();
    if (std::isfinite(real) && real == std::trunc(real)) {
        return key.append(Integer::truncated(real).toTwosComplement());
    }
    key = 'f';
    return key.append(reinterpret_cast<const char*>(&real), sizeof real);
}

std::string leafKey(Value value)
{
    std::string key(1, markOf(value.kind()));
    if (value.kind() == Kind::Extension) {
        appendNumber(key, static_cast<std::uint64_t>(value.extensionCode()));
    } else if (value.kind() == Kind::Global) {
        key.append(value.module()).append(1, '\0').append(value.qualname());
    } else if (value.kind() != Kind::None) {
        key.append(value.text());
    }
    return key;
}

} // namespace

EqualityClasses::Known& EqualityClasses::knownOf(const Document* document)
{
    Known& known = m_known[document];
    known.resize(document->nodeCount(), unknown);
    return known;
}

std::uint64_t EqualityClasses::of(Value value)
{
    Known& known = knownOf(value.document());
    m_steps.push_back({value, false});
    while (!m_steps.empty()) {
        const auto [next, partsDone] = m_steps.back();
        if (partsDone) {
            m_steps.pop_back();
            finish(next);
        } else if (known[next.index()] != unknown) {
            m_steps.pop_back(); // met before
        } else {
            known[next.index()] = begun;
            m_steps.back().second = true;
            forEachPart(next, [&](Value part) {
                if (part.valid() && known[part.index()] == unknown) {
                    m_steps.push_back({part, false});
                }
            });
        }
    }
    return classOf(value);
}

std::uint64_t EqualityClasses::classOf(Value value) const
{
    return value.valid() ? m_known.at(value.document())[value.index()] : unknown;
}

// A container with a part that has begun and not ended is on a cycle.
void EqualityClasses::finish(Value value)
{
    bool alone = value.kind() == Kind::Float && std::isnan(value.real());
    forEachPart(value, [&](Value part) { alone = alone || classOf(part) == begun; });
    std::uint64_t number = m_last + 1;
    if (!alone) {
        number = m_classes.try_emplace(key(value), number).first->second;
    }
    m_last = std::max(m_last, number);
    m_known[value.document()][value.index()] = number;
}

// A later equal key wins; order does not count.
std::string EqualityClasses::dictKey(Value value) const
{
    std::map<std::uint64_t, std::uint64_t> items;
    for (std::size_t i = 0; i < value.size(); ++i) {
        items[classOf(value.key(i))] = classOf(value.item(i));
    }
    std::string key(1, markOf(Kind::Dict));
    for (const auto& [name, item] : items) {
        appendNumber(key, name);
        appendNumber(key, item);
    }
    return key;
}

std::string EqualityClasses::key(Value value) const
{
    switch (value.kind()) {
    case Kind::Bool:
    case Kind::Int:
    case Kind::BigInt:
    case Kind::Float: return numberKey(value);
    case Kind::None:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::Extension:
    case Kind::OutOfBand:
    case Kind::Python2Str:
    case Kind::Global: return leafKey(value);
    case Kind::Dict: return dictKey(value);
    default: break;
    }
    std::vector<std::uint64_t> classes;
    forEachPart(value, [&](Value part) { classes.push_back(classOf(part)); });
    if (markOf(value.kind()) == static_cast<char>(Kind::Set)) {
        std::sort(classes.begin(), classes.end());
        classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
    }
    std::string key(1, markOf(value.kind()));
    if (value.kind() == Kind::Object) {
        key += static_cast<char>(value.making());
    }
    for (const std::uint64_t number : classes) {
        appendNumber(key, number);
    }
    return key;
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/value/equality_classes.h"
#include "core/value/value.h"

#include <cmath>

namespace poolscope {

namespace {

enum class Answer { Same, Different, Unsure };

/// Walks two values side by side. That decides all but the hard cases (numbers of different kinds,
/// sets and dicts in different order, cycles, much sharing), which are left to EqualityClasses.
class SideBySide final {
public:
    Answer compare(Value a, Value b)
    {
        // An object's class is shared by many and looked at for each.
        std::size_t budget = 4 * (a.document()->nodeCount() + b.document()->nodeCount());
        m_pairs.push_back({a, b});
        while (!m_pairs.empty()) {
            const auto [left, right] = m_pairs.back();
            m_pairs.pop_back();
            if (left == right) {
                continue; // the same object
            }
            const Answer answer = budget-- == 0 ? Answer::Unsure : compareOne(left, right);
            if (answer != Answer::Same) {
                return answer;
            }
        }
        return Answer::Same;
    }

private:
    static Answer sure(bool same) { return same ? Answer::Same : Answer::Different; }

    Answer compareOne(Value a, Value b)
    {
        const Kind kind = a.kind();
        if (kind != b.kind()) {
            return Answer::Unsure;
        }
        switch (kind) {
        case Kind::None: return Answer::Same;
        case Kind::Bool:
        case Kind::Int: return sure(a.int64() == b.int64());
        case Kind::Float: return sure(a.real() == b.real());
        case Kind::Str:
        case Kind::Bytes:
        case Kind::ByteArray:
        case Kind::BigInt: return sure(a.text() == b.text());
        case Kind::List:
        case Kind::Tuple: return compareItems(a, b);
        case Kind::Dict: return compareKeys(a, b);
        case Kind::Set:
        case Kind::FrozenSet: return a.size() == 1 ? compareItems(a, b) : Answer::Unsure;
        case Kind::Global: return sure(a.module() == b.module() && a.qualname() == b.qualname());
        case Kind::Object: return compareSlots(a, b);
        default: return Answer::Unsure;
        }
    }

    Answer compareItems(Value a, Value b)
    {
        if (a.size() != b.size()) {
            return Answer::Different;
        }
        for (std::size_t i = 0; i < a.size(); ++i) {
            m_pairs.push_back({a[i], b[i]});
        }
        return Answer::Same;
    }

    // Objects are equal when they are made alike, part for part.
    Answer compareSlots(Value a, Value b)
    {
        const std::pair<Value, Value> parts[] = {
            {a.callable(), b.callable()},   {a.arguments(), b.arguments()},
            {a.state(), b.state()},         {a.setter(), b.setter()},
            {a.listItems(), b.listItems()}, {a.dictItems(), b.dictItems()},
            {a.keywords(), b.keywords()},   {a.effects(), b.effects()}};
        for (const auto& [left, right] : parts) {
            if (left.valid() != right.valid()) {
                return Answer::Different;
            }
            if (left.valid()) {
                m_pairs.push_back({left, right});
            }
        }
        return sure(a.making() == b.making());
    }

    // Only Str and Int keys in the same order; a key that stands twice has never the same neighbours.
    Answer compareKeys(Value a, Value b)
    {
        if (a.size() != b.size()) {
            return Answer::Unsure;
        }
        for (std::size_t i = 0; i < a.size(); ++i) {
            const Value left = a.key(i);
            const Value right = b.key(i);
            if (!isSameKey(left, right)) {
                return Answer::Unsure;
            }
            m_pairs.push_back({a.item(i), b.item(i)});
        }
        return Answer::Same;
    }

    static bool isSameKey(Value a, Value b)
    {
        if (a.kind() == Kind::Int && b.kind() == Kind::Int) {
            return a.int64() == b.int64();
        }
        return a.kind() == Kind::Str && b.kind() == Kind::Str && a.text() == b.text();
    }

    std::vector<std::pair<Value, Value>> m_pairs;
};

} // namespace

bool equal(Value a, Value b)
{
    if (!a.valid() || !b.valid()) {
        return a.valid() == b.valid();
    }
    if (a.kind() == Kind::Float && std::isnan(a.real())) {
        return false; // also to itself; inside a container `is` comes first, as in Python
    }
    const Answer answer = SideBySide().compare(a, b);
    if (answer != Answer::Unsure) {
        return answer == Answer::Same;
    }
    EqualityClasses classes;
    return classes.of(a) == classes.of(b);
}

} // namespace poolscope

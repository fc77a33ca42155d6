// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/value/repr_text.h"
#include "core/value/value.h"

#include <algorithm>
#include <unordered_set>

namespace poolscope {

namespace {

constexpr std::size_t longestNumber = 4096; // bytes of an integer whose digits are worth having

/// Prints with a stack of its own: each step is a piece of text or a value still to come.
class Printer final {
public:
    explicit Printer(std::size_t limit) : m_limit(limit) {}

    std::string print(Value value)
    {
        m_steps.push_back({{}, value, noNode});
        while (!m_steps.empty() && m_out.size() <= m_limit) {
            const Step step = m_steps.back();
            m_steps.pop_back();
            m_out += step.text;
            if (step.closes != noNode) {
                m_open.erase(step.closes);
            }
            if (step.value.valid()) {
                printValue(step.value);
            }
        }
        cut();
        return std::move(m_out);
    }

private:
    struct Step {
        std::string_view text; // printed first
        Value value;           // then this
        std::uint32_t closes;  // the container that ends here
    };
    void later(std::string_view text, Value value = {})
    {
        m_steps.push_back({text, value, noNode});
    }

    void cut()
    {
        if (m_out.size() <= m_limit && m_steps.empty()) {
            return;
        }
        if (m_out.size() > m_limit) {
            m_out.resize(m_limit);
            while (!m_out.empty() && (static_cast<unsigned char>(m_out.back()) & 0xc0) == 0x80) {
                m_out.pop_back(); // no half character
            }
            if (!m_out.empty() && (static_cast<unsigned char>(m_out.back()) & 0xc0) == 0xc0) {
                m_out.pop_back();
            }
        }
        m_out += "…";
    }

    void printValue(Value value);
    void printSymbol(Value value);
    void printInteger(Value value);
    void printContainer(Value value, std::string_view begin, std::string_view end);
    void printSet(Value value);
    void printObject(Value object);
    void printItems(Value container, std::string_view end);

    const std::size_t m_limit;
    std::string m_out;
    std::vector<Step> m_steps;
    std::unordered_set<std::uint32_t> m_open; // containers on the way to where we are
};

void Printer::printValue(Value value)
{
    switch (value.kind()) {
    case Kind::None: m_out += "None"; break;
    case Kind::Bool: m_out += value.boolean() ? "True" : "False"; break;
    case Kind::Int:
    case Kind::BigInt: printInteger(value); break;
    case Kind::Float: m_out += realRepr(value.real()); break;
    case Kind::Str: appendTextRepr(m_out, value.text(), m_limit); break;
    case Kind::Bytes: appendBytesRepr(m_out, value.text(), m_limit); break;
    case Kind::ByteArray: appendByteArrayRepr(m_out, value.text(), m_limit); break;
    case Kind::List: printContainer(value, "[", "]"); break;
    case Kind::Tuple: printContainer(value, "(", value.size() == 1 ? ",)" : ")"); break;
    case Kind::Dict: printContainer(value, "{", "}"); break;
    case Kind::Set:
    case Kind::FrozenSet: printSet(value); break;
    case Kind::Global: m_out.append(value.module()).append(".").append(value.qualname()); break;
    case Kind::Object: printObject(value); break;
    default: printSymbol(value); break;
    }
}

void Printer::printSymbol(Value value)
{
    switch (value.kind()) {
    case Kind::Persistent:
        m_out += "<persistent id ";
        later(">");
        later("", value.persistentId());
        break;
    case Kind::Extension:
        m_out += "<extension " + std::to_string(value.extensionCode()) + ">";
        break;
    case Kind::OutOfBand:
        m_out += "<buffer of " + std::to_string(value.text().size()) + " bytes>";
        break;
    default: appendBytesRepr(m_out, value.text(), m_limit); break;
    }
}

void Printer::printInteger(Value value)
{
    if (value.kind() == Kind::BigInt && value.text().size() > longestNumber) {
        m_out += "<int of " + std::to_string(value.text().size()) + " bytes>";
    } else {
        m_out += value.integer().toString();
    }
}

void Printer::printSet(Value value)
{
    const bool frozen = value.kind() == Kind::FrozenSet;
    if (value.size() == 0) {
        m_out += frozen ? "frozenset()" : "set()";
    } else {
        printContainer(value, frozen ? "frozenset({" : "{", frozen ? "})" : "}");
    }
}

void Printer::printContainer(Value value, std::string_view begin, std::string_view end)
{
    if (m_open.contains(value.index())) {
        m_out.append(begin).append("...").append(end);
        return;
    }
    m_out += begin;
    m_open.insert(value.index());
    printItems(value, end);
}

// Only as many steps as can still be printed are laid down, last first.
void Printer::printItems(Value container, std::string_view end)
{
    const bool isDict = container.kind() == Kind::Dict;
    const std::size_t fits = std::min(container.size(), m_limit - std::min(m_limit, m_out.size()));
    m_steps.push_back({end, {}, container.index()});
    for (std::size_t i = fits; i-- > 0;) {
        const std::string_view comma = i == 0 ? "" : ", ";
        if (isDict) {
            later(": ", container.item(i));
            later(comma, container.key(i));
        } else {
            later(comma, container[i]);
        }
    }
}

// As the call that makes it: `module.Class(arguments) + state`.
void Printer::printObject(Value object)
{
    if (m_open.contains(object.index())) {
        m_out += "...";
        return;
    }
    m_open.insert(object.index());
    m_steps.push_back({"", {}, object.index()});
    const std::pair<std::string_view, Value> parts[] = {{" + ", object.state()},
                                                        {" + ", object.dictItems()},
                                                        {" + ", object.listItems()},
                                                        {" + ", object.effects()},
                                                        {" ** ", object.keywords()}};
    for (const auto& [sign, part] : parts) {
        if (part.valid()) {
            later(sign, part);
        }
    }
    const Value arguments = object.arguments();
    later(")");
    if (arguments.kind() != Kind::Tuple) {
        later("*", arguments);
    }
    for (std::size_t i = arguments.kind() == Kind::Tuple ? arguments.size() : 0; i-- > 0;) {
        later(i == 0 ? "" : ", ", arguments[i]);
    }
    later("(");
    later("", object.callable());
}

} // namespace

std::string repr(Value value, std::size_t limit) { return Printer(limit).print(value); }

} // namespace poolscope

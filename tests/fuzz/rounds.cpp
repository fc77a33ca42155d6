// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/rounds.h"

#include "tests/fuzz/memory_bound.h"

#include <algorithm>

namespace poolscope::fuzz {

namespace {

constexpr PickleLimits symbolic{.symbols = true};

} // namespace

Rounds::Rounds(Value value)
    : m_value(value),
      m_hasCalls(has(Kind::Object)),
      m_hasNames(has(Kind::Global)),
      m_hasBuffers(has(Kind::OutOfBand))
{
    Document copies;
    m_isComparable = equal(value, copies.copy(value)); // without nan and cycles
}

bool Rounds::has(Kind kind) const
{
    const Document& document = *m_value.document();
    return std::any_of(document.nodes(), document.nodes() + document.nodeCount(),
                       [kind](const Node& node) { return node.kind == kind; });
}

// Older protocols' calls are looked through on reading, Python 2's names for Python 3's do not all
// lead back, and a buffer in band is read as bytes.
bool Rounds::staysEqual(int protocol) const
{
    return m_isComparable && !m_hasBuffers && (!m_hasCalls || protocol == 5) &&
           (!m_hasNames || protocol > 2);
}

void Rounds::inBand(int protocol) const
{
    PickleWriter writer(protocol);
    Buffer first;
    if (!writer.write(m_value, first).ok()) {
        require(first.empty(), "a write that fails leaves nothing behind");
        return;
    }
    Document document;
    const Result<Value> again = readPickle(first.view(), document, symbolic);
    require(again.ok(), "what was written can be read");
    if (staysEqual(protocol)) {
        require(equal(m_value, *again), "what was written reads as the same value");
    }
    Buffer second;
    require(writer.write(*again, second).ok(), "what was written can be written again");
    // Equal globals may have become one object, and bytearray(b"") be bytearray() now.
    const bool isSimpler = m_hasNames && protocol < 5;
    require(isSimpler || first.view() == second.view(), "and is the same bytes");
}

void Rounds::beside() const
{
    PickleWriter writer(highestProtocol);
    Buffer first;
    std::vector<std::string_view> buffers;
    const bool isWritten = writer.write(m_value, first, &buffers).ok();
    const auto isMissing = [](std::string_view buffer) { return buffer.data() == nullptr; };
    if (!isWritten || std::any_of(buffers.begin(), buffers.end(), isMissing)) {
        return;
    }
    Document document;
    const Result<Value> again = readPickle(first.view(), document, symbolic, buffers);
    require(again.ok(), "what was written can be read with its buffers");
    Buffer second;
    std::vector<std::string_view> sameBuffers;
    require(writer.write(*again, second, &sameBuffers).ok(), "and written again with them");
    require(first.view() == second.view() && buffers == sameBuffers, "and both are the same");
}

} // namespace poolscope::fuzz

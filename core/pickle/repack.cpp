// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/repack.h"

#include "core/pickle/opcode.h"
#include "core/pickle/pickle.h"

#include <algorithm>
#include <array>

namespace poolscope {

namespace {

constexpr int lowestWritten = 2;

} // namespace

struct Repacker::State {
    Document document;
    std::array<std::unique_ptr<PickleWriter>, highestProtocol + 1> writers; // as they are needed
};

Repacker::Repacker() : m_state(std::make_unique<State>()) {}
Repacker::~Repacker() = default;

int protocolOf(std::string_view message)
{
    const bool says = message.size() >= 2 && static_cast<Op>(message[0]) == Op::Proto;
    return says ? static_cast<unsigned char>(message[1]) : 1;
}

Result<void> Repacker::repack(std::string_view message, std::optional<int> protocol,
                              const PickleLimits& limits, Buffer& out)
{
    m_state->document.clear();
    const Result<Value> value = readPickle(message, m_state->document, limits);
    if (!value.ok()) {
        return value.error();
    }
    const int wanted = protocol.value_or(std::max(lowestWritten, protocolOf(message)));
    std::unique_ptr<PickleWriter>& writer = m_state->writers.at(static_cast<std::size_t>(wanted));
    if (!writer) {
        writer = std::make_unique<PickleWriter>(wanted);
    }
    return writer->write(*value, out);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/message_model.h"

#include <QtConcurrent>

#include <algorithm>

namespace poolscope {

namespace {

/// The child of that label, or the part itself where there is none.
std::uint32_t childNamed(const std::vector<PicklePart>& parts, std::uint32_t part, const std::string& label)
{
    for (const std::uint32_t child : parts[part].children) {
        if (parts[child].label == label) return child;
    }
    return part;
}

} // namespace

MessageModel::MessageModel(QObject* parent) : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<Reading>::finished, this, [this] {
        if (m_watcher.future().resultCount() == 0) return;
        Reading reading = m_watcher.result();
        if (m_reading && reading.payload == m_payload) take(std::move(reading));
    });
}

void MessageModel::show(std::shared_ptr<const Payload> payload, std::uint64_t item)
{
    m_payload = std::move(payload);
    m_item = item;
    m_reading = m_payload != nullptr;
    m_anatomy.reset();
    m_error = {};
    m_opcode = m_part = 0;
    m_before = m_after = {};
    if (m_payload && m_payload->bytes.size() <= readAtOnce) {
        take(read(m_payload));
        return;
    }
    if (m_payload) {
        m_watcher.setFuture(QtConcurrent::run([payload = m_payload] { return read(payload); }));
    }
    emit loaded();
}

MessageModel::Reading MessageModel::read(std::shared_ptr<const Payload> payload)
{
    auto anatomy = Anatomy::of(payload->bytes);
    if (!anatomy) return {std::move(payload), {}, anatomy.error()};
    return {std::move(payload), std::move(*anatomy), {}};
}

void MessageModel::take(Reading reading)
{
    m_reading = false;
    m_anatomy = std::move(reading.anatomy);
    m_error = std::move(reading.error);
    emit loaded();
    if (m_anatomy && !m_anatomy->opcodes().empty()) {
        const std::uint32_t part = m_payload->head.count > 1 ? partOfItem() : heaviestPart();
        select(lastOpcodeOf(part), part);
    }
}

std::string_view MessageModel::bytes() const
{
    return m_payload ? std::string_view(m_payload->bytes) : std::string_view();
}

/// The argument or the value of the task among its neighbours, or as near to it as the tree goes.
std::uint32_t MessageModel::partOfItem() const
{
    const std::string place = "[" + std::to_string(m_item - m_payload->head.first) + "]";
    const auto path = m_payload->head.way == Way::Out ? std::vector<std::string>{"[3]", "[0]", "[1]", place}
                                                      : std::vector<std::string>{"[2]", "[1]", place};
    std::uint32_t part = 0;
    for (const auto& label : path) {
        part = childNamed(m_anatomy->parts(), part, label);
    }
    return part;
}

/// Where the bytes went: down the tree while one child has half of its parent's bytes or more, to
/// the last that is still made of something.
std::uint32_t MessageModel::heaviestPart() const
{
    const auto& parts = m_anatomy->parts();
    std::uint32_t part = 0;
    for (;;) {
        const auto& children = parts[part].children;
        const auto heaviest = std::max_element(children.begin(), children.end(), [&](auto a, auto b) {
            return parts[a].bytes < parts[b].bytes;
        });
        const bool goesOn = heaviest != children.end() && 2 * parts[*heaviest].bytes >= parts[part].bytes
            && !parts[*heaviest].children.empty();
        if (!goesOn) return part;
        part = *heaviest;
    }
}

bool MessageModel::inPart(std::size_t opcode) const
{
    const auto& parts = m_anatomy->parts();
    std::uint32_t part = m_anatomy->opcodes()[opcode].part;
    while (part > m_part) { // a child's index is above its parent's
        part = parts[part].parent;
    }
    return part == m_part;
}

std::size_t MessageModel::opcodeAt(std::size_t byte) const
{
    const auto& opcodes = m_anatomy->opcodes();
    const auto behind = std::upper_bound(opcodes.begin(), opcodes.end(), byte,
                                         [](std::size_t at, const OpcodeAt& opcode) { return at < opcode.offset; });
    return behind == opcodes.begin() ? 0 : static_cast<std::size_t>(behind - opcodes.begin()) - 1;
}

std::size_t MessageModel::lastOpcodeOf(std::uint32_t part) const
{
    const auto& parts = m_anatomy->parts();
    std::size_t opcode = opcodeAt(std::max<std::size_t>(parts[part].end, 1) - 1);
    const auto isOf = [&](std::size_t at) {
        std::uint32_t owner = m_anatomy->opcodes()[at].part;
        while (owner > part) owner = parts[owner].parent;
        return owner == part;
    };
    while (opcode > 0 && m_anatomy->opcodes()[opcode].offset > parts[part].begin && !isOf(opcode)) {
        --opcode;
    }
    return opcode;
}

void MessageModel::selectOpcode(std::size_t opcode)
{
    if (!m_anatomy || opcode >= m_anatomy->opcodes().size()) return;
    select(opcode, m_anatomy->opcodes()[opcode].part);
}

void MessageModel::selectPart(std::uint32_t part)
{
    if (!m_anatomy || part >= m_anatomy->parts().size()) return;
    select(lastOpcodeOf(part), part);
}

void MessageModel::selectByte(std::size_t byte)
{
    if (!m_anatomy || byte >= bytes().size()) return;
    selectOpcode(opcodeAt(byte));
}

void MessageModel::step(int by)
{
    if (!m_anatomy || m_anatomy->opcodes().empty()) return;
    const auto last = static_cast<std::ptrdiff_t>(m_anatomy->opcodes().size()) - 1;
    const auto wanted = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(m_opcode) + by, 0, last);
    selectOpcode(static_cast<std::size_t>(wanted));
}

void MessageModel::select(std::size_t opcode, std::uint32_t part)
{
    m_opcode = opcode;
    m_part = part;
    m_before = m_anatomy->before(opcode, machineShown);
    m_after = m_anatomy->before(opcode + 1, machineShown);
    emit selected();
}

} // namespace poolscope

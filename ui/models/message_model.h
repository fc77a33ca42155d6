// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One message of a run, taken apart, and the opcode of it that is looked at. Object tree, opcodes,
// stack, memo and hex all show this one, and so they stay linked.

#include "core/pickle/pickle.h"
#include "core/telemetry/telemetry.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <optional>

namespace poolscope {

class MessageModel final : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t readAtOnce = 1 << 18; ///< bytes; larger ones are read in a thread
    static constexpr std::size_t machineShown = 200;   ///< entries of stack and memo, each

    explicit MessageModel(QObject* parent = nullptr);

    /// Takes the message apart; null: there is none. `item`: the task that it is looked at for.
    void show(std::shared_ptr<const Payload> payload, std::uint64_t item = 0);
    const Payload* payload() const { return m_payload.get(); }
    std::string_view bytes() const;
    bool reading() const { return m_reading; }
    const Anatomy* anatomy() const { return m_anatomy ? &*m_anatomy : nullptr; } ///< null: not (yet) read
    const Error& error() const { return m_error; } ///< why it cannot be taken apart

    std::size_t opcode() const { return m_opcode; }
    std::uint32_t part() const { return m_part; }
    bool inPart(std::size_t opcode) const;           ///< or in a part of it
    std::size_t opcodeAt(std::size_t byte) const;    ///< the opcode that the byte is of
    const MachineState& before() const { return m_before; } ///< the opcode
    const MachineState& after() const { return m_after; }

    void selectOpcode(std::size_t opcode);  ///< and the innermost part that it belongs to
    void selectPart(std::uint32_t part);    ///< and its last opcode: there it is complete
    void selectByte(std::size_t byte);
    void step(int by);

signals:
    void loaded();   ///< another message, or it has been read
    void selected(); ///< another opcode or part

private:
    /// What a thread brings home.
    struct Reading {
        std::shared_ptr<const Payload> payload;
        std::optional<Anatomy> anatomy;
        Error error;
    };
    static Reading read(std::shared_ptr<const Payload> payload);
    void take(Reading reading);
    std::uint32_t partOfItem() const;
    std::uint32_t heaviestPart() const;
    std::size_t lastOpcodeOf(std::uint32_t part) const;
    void select(std::size_t opcode, std::uint32_t part);

    QFutureWatcher<Reading> m_watcher;
    std::shared_ptr<const Payload> m_payload;
    std::uint64_t m_item = 0;
    bool m_reading = false;
    std::optional<Anatomy> m_anatomy;
    Error m_error;
    std::size_t m_opcode = 0;
    std::uint32_t m_part = 0;
    MachineState m_before, m_after;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/machine.h"

#include <algorithm>

namespace poolscope {

Machine::Machine(std::string_view message, const AnatomyLimits& limits) : m_limits(limits)
{
    m_log.message = message;
    m_log.cells.push_back({nothing, 0, 0}); // the empty stack
}

Result<MachineLog> Machine::run()
{
    OpcodeScan scan(m_log.message);
    ScannedOpcode opcode{};
    while (!m_stopped) {
        if (!scan.next(opcode)) {
            fail(scan.error());
            return Error{"UnpicklingError",
                         m_error + " (offset " + std::to_string(scan.offset()) + ").",
                         {}};
        }
        note(opcode);
        if (!step(opcode)) {
            return Error{"UnpicklingError",
                         m_error + " (" + std::string(opcode.shape->name) + " at offset " +
                             std::to_string(opcode.offset) + ").",
                         {}};
        }
    }
    m_log.stackBefore.push_back(m_stack);
    m_log.end = scan.offset();
    m_log.protocol = m_hasProto ? m_log.protocol : m_highest;
    return std::move(m_log);
}

bool Machine::fail(std::string reason)
{
    m_error = std::move(reason);
    return false;
}

void Machine::note(const ScannedOpcode& opcode)
{
    m_opcode = static_cast<std::uint32_t>(m_log.opcodes.size());
    m_log.opcodes.push_back(
        {opcode.offset, opcode.size, opcode.code(), opcode.shape->use, nothing});
    m_log.stackBefore.push_back(m_stack);
    m_highest = std::max<int>(m_highest, opcode.shape->protocol);
    m_taken.clear();
    m_takenMark = nothing;
}

bool Machine::step(const ScannedOpcode& opcode)
{
    if (m_log.opcodes.size() > m_limits.opcodes) {
        return fail("more than " + std::to_string(m_limits.opcodes) +
                    " opcodes are too many to look at");
    }
    const OpcodeShape& shape = *opcode.shape;
    const bool isValue = shape.pops == 0 && !shape.toMark && shape.pushes == 1 &&
                         shape.form != ArgumentForm::None && shape.use == ByteUse::Values;
    if (isValue && !opcode.is(Op::PersId)) {
        return pushAtom(Symbol::Atom);
    }
    switch (opcode.shape->op) {
    case Op::None:
    case Op::NewTrue:
    case Op::NewFalse: return pushAtom(Symbol::Atom);
    case Op::EmptyList: return pushAtom(Symbol::List);
    case Op::EmptyTuple: return pushAtom(Symbol::Tuple);
    case Op::EmptyDict: return pushAtom(Symbol::Dict);
    case Op::EmptySet: return pushAtom(Symbol::Set);
    case Op::Global: return pushAtom(Symbol::Global);
    case Op::PersId: return pushAtom(Symbol::Persistent);
    case Op::NextBuffer: return pushAtom(Symbol::Buffer);
    case Op::Ext1:
    case Op::Ext2:
    case Op::Ext4: return pushAtom(Symbol::Extension);
    case Op::Mark: return pushAtom(Symbol::Mark);
    case Op::Memoize: return put(m_memo.size());
    default: return stepContainer(opcode.shape->op) && stepRest(opcode);
    }
}

// The steps from here on leave alone what is not theirs.
bool Machine::stepContainer(Op op)
{
    switch (op) {
    case Op::Tuple1: return pushMadeOf(Symbol::Tuple, 1);
    case Op::Tuple2: return pushMadeOf(Symbol::Tuple, 2);
    case Op::Tuple3: return pushMadeOf(Symbol::Tuple, 3);
    case Op::Tuple: return pushMarked(Symbol::Tuple);
    case Op::List: return pushMarked(Symbol::List);
    case Op::FrozenSet: return pushMarked(Symbol::FrozenSet);
    case Op::Dict: return pushMarked(Symbol::Dict);
    case Op::Append: return append(1);
    case Op::SetItem: return append(2);
    case Op::Appends:
    case Op::AddItems: return appendMarked(false);
    case Op::SetItems: return appendMarked(true);
    default: return stepObject(op);
    }
}

bool Machine::stepObject(Op op)
{
    switch (op) {
    case Op::StackGlobal: return stackGlobal();
    case Op::Reduce: return call();
    case Op::NewObj: return pushMadeOf(Symbol::NewObject, 2);
    case Op::NewObjEx: return newObjectEx();
    case Op::BinPersId: return pushMadeOf(Symbol::Persistent, 1);
    case Op::Inst: return pushMarked(Symbol::Instance);
    case Op::Obj: return markedObject();
    case Op::Build: return build();
    case Op::Pop: return discard();
    case Op::PopMark: return discardMarked();
    case Op::Dup: return duplicate();
    case Op::Stop: return stop();
    default: return true;
    }
}

bool Machine::stepRest(const ScannedOpcode& opcode)
{
    std::uint64_t number = 0;
    switch (opcode.shape->op) {
    case Op::Proto:
        m_log.protocol = static_cast<int>(littleEndian(opcode.argument));
        m_hasProto = true;
        return true;
    case Op::Frame: ++m_log.frames; return true;
    case Op::Put:
    case Op::BinPut:
    case Op::LongBinPut: return memoNumber(opcode, number) && put(number);
    case Op::Get:
    case Op::BinGet:
    case Op::LongBinGet: return memoNumber(opcode, number) && get(number);
    case Op::ReadOnlyBuffer: return ownTop();
    default: return true;
    }
}

Result<MachineLog> runMachine(std::string_view message, const AnatomyLimits& limits)
{
    return Machine(message, limits).run();
}

} // namespace poolscope

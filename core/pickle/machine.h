// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The symbolic stack machine: does with symbols what unpickling does with objects, and runs nothing.

#include "core/pickle/machine_log.h"

#include <unordered_map>

namespace poolscope {

class Machine final {
public:
    Machine(std::string_view message, const AnatomyLimits& limits);
    Result<MachineLog> run();

private:
    // Each says whether it went well; otherwise fail() has noted why.
    bool step(const ScannedOpcode& opcode);
    bool stepContainer(Op op);
    bool stepObject(Op op);
    bool stepRest(const ScannedOpcode& opcode);
    bool fail(std::string reason);
    void note(const ScannedOpcode& opcode);

    // the stack
    bool push(Thing thing);
    bool pushAtom(Symbol symbol) { return push({symbol, m_opcode}); }
    bool pushMadeOf(Symbol symbol, std::size_t count);
    bool pop(std::uint32_t& thing);
    bool top(std::uint32_t& thing);
    bool ownTop();
    bool take(std::size_t count);
    bool takeToMark();
    std::uint32_t keep(std::span<const std::uint32_t> things);

    // containers and objects
    bool pushMarked(Symbol symbol);
    void change(ChangeKind kind, std::uint32_t thing, std::span<const std::uint32_t> added);
    void addChange(const Change& change, std::uint32_t thing);
    bool extend(bool pairs);
    bool append(std::size_t count);
    bool appendMarked(bool pairs);
    bool stackGlobal();
    bool build();
    bool markedObject();
    void nameKeys(std::uint32_t state);
    void nameKeysOf(std::uint32_t dict);
    void makeName(std::uint32_t thing);
    bool call();
    bool newObjectEx();
    void nameAttribute(std::uint32_t callable, std::uint32_t arguments);

    // aside, memo, end
    bool discard();
    bool discardMarked();
    void putAside(std::uint32_t owner);
    bool duplicate();
    bool pushReference(std::uint32_t target);
    bool put(std::uint64_t number);
    bool get(std::uint64_t number);
    bool memoNumber(const ScannedOpcode& opcode, std::uint64_t& number);
    bool stop();

    MachineLog m_log;
    const AnatomyLimits& m_limits;
    std::uint32_t m_stack = 0;          // a cell
    std::uint32_t m_opcode = 0;         // the one that runs
    std::vector<std::uint32_t> m_marks; // cells
    std::vector<std::uint32_t> m_taken; // by this opcode, in the order of the pushes
    std::uint32_t m_takenMark = nothing;
    std::vector<std::uint32_t> m_aside; // things that POP took away: the next thing gets them
    std::vector<std::uint32_t> m_asideOpcodes;               // and these, which have no other owner
    std::unordered_map<std::uint64_t, std::uint32_t> m_memo; // number to put
    int m_highest = 0;
    bool m_hasProto = false;
    bool m_stopped = false;
    std::string m_error;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// Names in a machine's log.
#include "core/pickle/symbol_text.h"

#include "core/pickle/escapes.h"

namespace poolscope {

namespace {

constexpr std::size_t longestName = 200;

// A text without its quotes.
std::string nameIn(const MachineLog& log, std::uint32_t thing)
{
    const std::uint32_t atom = log.resolved(thing);
    const ScannedOpcode opcode = log.scanned(log.things[atom].opcode);
    const std::string_view bytes = opcode.argument.substr(0, longestName);
    std::string decoded;
    if (opcode.shape->form == ArgumentForm::UnicodeLine && decodeRawUnicode(bytes, decoded)) {
        return decoded;
    }
    const bool isUtf8Text = opcode.shape->form >= ArgumentForm::Unicode1;
    return isUtf8Text
               ? cutText(std::string(opcode.argument.substr(0, longestName + 4)), longestName)
               : briefArgument(opcode, longestName);
}

} // namespace

GlobalNames namesOf(const MachineLog& log, std::uint32_t thing)
{
    const std::uint32_t global = log.resolved(thing);
    const Thing& made = log.things[global];
    if (made.symbol == Symbol::Global && made.count == 2) {
        return {nameIn(log, log.madeOf(global)[0]), nameIn(log, log.madeOf(global)[1])};
    }
    const ScannedOpcode opcode = log.scanned(made.opcode);
    if (opcode.shape->form != ArgumentForm::LinePair) {
        return {};
    }
    const std::size_t end = opcode.argument.substr(0, 2 * longestName).find('\n');
    if (end == std::string_view::npos) {
        return {std::string(opcode.argument.substr(0, longestName)), "…"};
    }
    return {std::string(opcode.argument.substr(0, end)),
            std::string(opcode.argument.substr(end + 1, longestName))};
}

bool isGetattr(const MachineLog& log, std::uint32_t thing)
{
    if (log.things[log.resolved(thing)].symbol != Symbol::Global) {
        return false;
    }
    const GlobalNames names = namesOf(log, thing);
    return names.name == "getattr" && (names.module == "builtins" || names.module == "__builtin__");
}

bool isBoundMethod(const MachineLog& log, std::uint32_t thing)
{
    const std::uint32_t call = log.resolved(thing);
    if (log.things[call].symbol != Symbol::Call || !isGetattr(log, log.madeOf(call)[0])) {
        return false;
    }
    const std::uint32_t arguments = log.resolved(log.madeOf(call)[1]);
    return log.things[arguments].symbol == Symbol::Tuple && log.things[arguments].count == 2 &&
           log.things[log.resolved(log.madeOf(arguments)[1])].symbol == Symbol::Atom;
}

namespace {

// Protocols 0 and 1 make objects by calling copyreg._reconstructor(class, base, state).
bool isReconstructor(const GlobalNames& names)
{
    return names.name == "_reconstructor" || names.name == "__newobj__";
}

// A step from a thing to what names it; itself where there is none.
std::uint32_t namer(const MachineLog& log, std::uint32_t thing)
{
    const Symbol symbol = log.things[thing].symbol;
    const bool isMade =
        symbol == Symbol::Call || symbol == Symbol::NewObject ||
        (symbol == Symbol::Instance && log.opOf(log.things[thing].opcode) == Op::Obj);
    return isMade ? log.resolved(log.madeOf(thing)[0]) : thing;
}

} // namespace

std::string classOf(const MachineLog& log, std::uint32_t thing)
{
    const std::uint32_t made = log.resolved(thing);
    const std::uint32_t named = namer(log, made);
    const GlobalNames names = namesOf(log, named);
    if (log.things[made].symbol != Symbol::Call || !isReconstructor(names)) {
        return names.name;
    }
    const std::uint32_t arguments = log.resolved(log.madeOf(made)[1]);
    const bool hasClass =
        log.things[arguments].symbol == Symbol::Tuple && log.things[arguments].count != 0;
    return hasClass ? namesOf(log, log.madeOf(arguments)[0]).name : names.name;
}

std::size_t itemsIn(const MachineLog& log, std::uint32_t thing, ChangeKind kind)
{
    const Thing& made = log.things[thing];
    const bool isDict = made.symbol == Symbol::Dict;
    const bool isContainer = made.symbol >= Symbol::Tuple && made.symbol <= Symbol::FrozenSet;
    const std::size_t first = isContainer && isDict == (kind == ChangeKind::Pairs) ? made.count : 0;
    return first + (kind == ChangeKind::Pairs ? made.pairs : made.items);
}

bool isPlain(const MachineLog& log, std::uint32_t thing)
{
    return log.things[thing].firstChange == nothing &&
           log.things[log.resolved(thing)].symbol == Symbol::Atom;
}

std::string grouped(std::size_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, "\u202f");
    }
    return digits;
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// Names in a machine's log.
#include "core/pickle/symbol_text.h"

#include "core/pickle/escapes.h"
#include "core/pickle/python_repr.h"
#include "core/pickle/utf8.h"

namespace poolscope {

namespace {

constexpr std::size_t longestName = 200;

// The beginning of a long name, without the character that is cut in two there.
std::string_view briefly(std::string_view bytes)
{
    if (bytes.size() <= longestName) {
        return bytes;
    }
    std::size_t size = longestName;
    while (size > longestName - 3 && !isUtf8(bytes.substr(0, size))) {
        --size;
    }
    return bytes.substr(0, size);
}

// A text without its quotes, with escapes for what cannot be shown.
std::string printable(std::string_view bytes)
{
    std::string text;
    const bool isText = isUtf8(bytes);
    if (isText) {
        appendPythonText(text, bytes);
    } else {
        appendPythonBytes(text, bytes);
    }
    const std::size_t begin = isText ? 1 : 2;
    return text.substr(begin, text.size() - begin - 1);
}

std::string nameIn(const MachineLog& log, std::uint32_t thing)
{
    const std::uint32_t atom = log.resolved(thing);
    const ScannedOpcode opcode = log.scanned(log.things[atom].opcode);
    const std::string_view bytes = briefly(opcode.argument);
    std::string decoded;
    if (opcode.shape->form == ArgumentForm::UnicodeLine && decodeRawUnicode(bytes, decoded)) {
        return printable(decoded);
    }
    return printable(bytes);
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
        return {printable(briefly(opcode.argument)), "…"};
    }
    return {printable(opcode.argument.substr(0, end)),
            printable(briefly(opcode.argument.substr(end + 1)))};
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

bool isReconstruction(const MachineLog& log, std::uint32_t thing)
{
    const std::uint32_t call = log.resolved(thing);
    if (log.things[call].symbol != Symbol::Call) {
        return false;
    }
    const std::uint32_t callable = log.resolved(log.madeOf(call)[0]);
    const std::uint32_t arguments = log.resolved(log.madeOf(call)[1]);
    if (log.things[callable].symbol != Symbol::Global ||
        log.things[arguments].symbol != Symbol::Tuple || log.things[arguments].count == 0) {
        return false;
    }
    const std::string name = namesOf(log, callable).name;
    return name == "_reconstructor" || name == "__newobj__";
}

namespace {

constexpr int deepestAttribute = 4; // attributes of attributes

std::string attributeName(const MachineLog& log, std::uint32_t call)
{
    const std::uint32_t arguments = log.resolved(log.madeOf(call)[1]);
    return nameIn(log, log.madeOf(arguments)[1]);
}

// A step from a thing to what names it; itself where there is none.
std::uint32_t namer(const MachineLog& log, std::uint32_t thing)
{
    const Thing& made = log.things[thing];
    if (isBoundMethod(log, thing) || isReconstruction(log, thing)) {
        return log.madeOf(log.resolved(log.madeOf(thing)[1]))[0];
    }
    const bool isMade = made.symbol == Symbol::Call || made.symbol == Symbol::NewObject ||
                        (made.symbol == Symbol::Instance && log.opOf(made.opcode) == Op::Obj);
    return isMade ? log.madeOf(thing)[0] : thing;
}

} // namespace

std::string classOf(const MachineLog& log, std::uint32_t thing)
{
    std::string attributes;
    std::uint32_t at = log.resolved(thing);
    for (int depth = 0;; ++depth) {
        const std::uint32_t next = log.resolved(namer(log, at));
        if (isBoundMethod(log, at)) {
            attributes = "." + attributeName(log, at) + attributes;
        }
        if (next == at || depth == deepestAttribute) {
            break;
        }
        at = next;
    }
    const std::string name = namesOf(log, at).name;
    return (name.empty() ? "object" : name) + attributes;
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

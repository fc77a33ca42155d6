// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/disassemble.h"

#include "core/pickle/argument_text.h"
#include "core/pickle/listing_memo.h"

#include <algorithm>
#include <cstdio>

namespace poolscope {

namespace {

constexpr std::size_t indent = 4;          // for each mark
constexpr std::size_t argumentColumn = 10; // behind the name's beginning
constexpr std::size_t piece = 1 << 16;     // of text, for the sink
constexpr std::size_t mostKinds = 100;     // of a stack that is left, in a message

/// Emulates as much of stack and memo as pickletools does.
class Lister final {
public:
    Lister(std::string_view message, const ListingSink& sink, const ListingLimits& limits)
        : m_scan(message), m_sink(sink), m_limits(limits)
    {}

    Result<void> run()
    {
        while (!m_stopped && m_wanted && step()) {
        }
        flush();
        return m_error.empty() ? Result<void>() : Error{"UnpicklingError", m_error, {}};
    }

private:
    // Each says whether it went well; otherwise fail() has noted why.
    bool step();
    bool read(ScannedOpcode& opcode);
    bool takeMark(const OpcodeShape& shape);
    void remember(const OpcodeShape& shape);
    void recall();
    void writeLine(const OpcodeShape& shape);
    void writeOffset(std::size_t offset);
    bool moveStack(const OpcodeShape& shape, std::size_t offset);
    bool finish();
    bool fail(std::string reason);
    bool flush();

    OpcodeScan m_scan;
    const ListingSink& m_sink;
    const ListingLimits& m_limits;
    std::vector<StackKind> m_stack;
    std::vector<std::size_t> m_marks; // offsets
    ListingMemo m_memo;
    int m_highest = -1;
    std::string m_out;
    std::size_t m_written = 0;
    bool m_wanted = true;
    bool m_stopped = false;
    std::string m_error;

    // of the opcode at hand
    std::string m_argument;
    std::string m_note;  // behind the argument: "(MARK at 0)"
    std::string m_wrong; // told when the line is out
    std::size_t m_pops = 0;
    StackKind m_pushed = StackKind::Any;
};

bool Lister::fail(std::string reason)
{
    m_error = std::move(reason);
    return false;
}

bool Lister::flush()
{
    if (!m_out.empty() && m_wanted) {
        m_written += m_out.size();
        m_wanted = m_sink(m_out);
    }
    m_out.clear();
    return m_written <= m_limits.text ||
           fail("the listing is longer than " + std::to_string(m_limits.text) + " bytes");
}

void Lister::writeOffset(std::size_t offset)
{
    char text[32];
    const int size = std::snprintf(text, sizeof text, "%5zu: ", offset);
    m_out.append(text, static_cast<std::size_t>(size));
}

// Python reads integers of any size, and fails when it prints one of more than 4300 digits.
bool Lister::read(ScannedOpcode& opcode)
{
    if (!m_scan.next(opcode)) {
        const std::string first = lineError(m_scan.firstLine()); // read before the second line
        return fail(first.empty() ? m_scan.error() : first);
    }
    m_argument.clear();
    m_note.clear();
    m_wrong.clear();
    std::string error;
    if (!appendArgument(m_argument, opcode, error)) {
        const ArgumentForm form = opcode.shape->form;
        if (form == ArgumentForm::Long1 || form == ArgumentForm::Long4) {
            writeOffset(opcode.offset);
        }
        return fail(std::move(error));
    }
    return true;
}

bool Lister::step()
{
    ScannedOpcode opcode{};
    if (!read(opcode)) {
        return false;
    }
    const OpcodeShape& shape = *opcode.shape;
    m_highest = std::max<int>(m_highest, shape.protocol);
    m_pops = shape.pops;
    m_pushed = shape.pushed;
    const std::size_t level = m_marks.size();
    writeOffset(opcode.offset);
    const char code = static_cast<char>(opcode.code());
    char text[8];
    std::snprintf(text, sizeof text, code < 0 ? "\\x%02x " : "%c    ", opcode.code());
    m_out += text;
    const std::size_t lineBegin = m_out.size();
    if (!takeMark(shape)) {
        m_out.resize(lineBegin - 5); // what pickletools has written when it fails
        return false;
    }
    if (shape.use == ByteUse::Memo) {
        shape.pushes != 0 && !opcode.is(Op::Memoize) ? recall() : remember(shape);
    }
    m_out.append(level * indent, ' ');
    writeLine(shape);
    if (!m_wrong.empty()) {
        return fail(m_wrong);
    }
    return moveStack(shape, opcode.offset) && (!opcode.is(Op::Stop) || finish()) &&
           (m_out.size() < piece || flush());
}

// Takes all down to the topmost mark, where the opcode does so.
bool Lister::takeMark(const OpcodeShape& shape)
{
    const bool popsMark =
        shape.op == Op::Pop && !m_stack.empty() && m_stack.back() == StackKind::Mark;
    if (!shape.toMark && !popsMark) {
        return true;
    }
    if (m_marks.empty()) {
        m_note = m_wrong = "no MARK exists on stack";
        return true;
    }
    m_note = "(MARK at " + std::to_string(m_marks.back()) + ")";
    m_marks.pop_back();
    const auto mark = std::find(m_stack.rbegin(), m_stack.rend(), StackKind::Mark);
    if (mark == m_stack.rend()) {
        return fail("list index out of range"); // the mark was taken as if it were a value
    }
    m_stack.erase(std::prev(mark.base()), m_stack.end());
    m_pops = popsMark ? 0 : shape.pops;
    return true;
}

void Lister::remember(const OpcodeShape& shape)
{
    std::string number = m_argument;
    if (shape.op == Op::Memoize) {
        number = std::to_string(m_memo.size());
        m_note = "(as " + number + ")";
    }
    if (m_memo.find(number) != nullptr) {
        m_wrong = "memo key " + (m_argument.empty() ? "None" : m_argument) + " already defined";
    } else if (m_stack.empty()) {
        m_wrong = "stack is empty -- can't store into memo";
    } else if (m_stack.back() == StackKind::Mark) {
        m_wrong = "can't store markobject in the memo";
    } else {
        m_memo.store(number, m_stack.back());
    }
}

void Lister::recall()
{
    const StackKind* kind = m_memo.find(m_argument);
    if (kind == nullptr) {
        m_wrong = "memo key " + m_argument + " has never been stored into";
    } else {
        m_pushed = *kind;
    }
}

void Lister::writeLine(const OpcodeShape& shape)
{
    m_out += shape.name;
    if (shape.form != ArgumentForm::None || !m_note.empty()) {
        m_out.append(argumentColumn - std::min(argumentColumn, shape.name.size()), ' ');
    }
    if (shape.form != ArgumentForm::None) {
        m_out += ' ';
        m_out += m_argument;
    }
    if (!m_note.empty()) {
        m_out += ' ';
        m_out += m_note;
    }
    m_out += '\n';
}

bool Lister::moveStack(const OpcodeShape& shape, std::size_t offset)
{
    if (m_stack.size() < m_pops) {
        return fail("tries to pop " + std::to_string(m_pops) + " items from stack with only " +
                    std::to_string(m_stack.size()) + " items");
    }
    m_stack.resize(m_stack.size() - m_pops);
    m_stack.insert(m_stack.end(), shape.pushes, m_pushed);
    if (shape.op == Op::Mark) {
        m_marks.push_back(offset);
    }
    return true;
}

bool Lister::finish()
{
    m_stopped = true;
    m_out += "highest protocol among opcodes = " + std::to_string(m_highest) + "\n";
    if (m_stack.empty()) {
        return true;
    }
    std::string left;
    for (std::size_t i = 0; i < m_stack.size() && i < mostKinds; ++i) {
        left += i == 0 ? "" : ", ";
        left += nameOf(m_stack[i]);
    }
    left += m_stack.size() > mostKinds ? ", …" : "";
    return fail("stack not empty after STOP: [" + left + "]");
}

} // namespace

Result<void> disassemble(std::string_view message, const ListingSink& sink,
                         const ListingLimits& limits)
{
    return Lister(message, sink, limits).run();
}

} // namespace poolscope

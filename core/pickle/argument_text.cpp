// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/argument_text.h"

#include "core/pickle/escapes.h"
#include "core/pickle/number_text.h"
#include "core/pickle/python_repr.h"
#include "core/pickle/text_errors.h"
#include "core/pickle/utf8.h"

#include <bit>

namespace poolscope {

namespace {

constexpr std::size_t longestLine = 4096; // that is decoded to be looked at

bool appendUnicode(std::string& out, std::string_view bytes, std::string& error)
{
    if (!isUtf8(bytes)) {
        error = utf8Error(bytes);
        return false;
    }
    appendPythonText(out, bytes);
    return true;
}

void appendLatin1(std::string& out, std::string_view bytes)
{
    if (isAscii(bytes)) {
        return appendPythonText(out, bytes);
    }
    std::string utf8;
    for (const char byte : bytes) {
        appendUtf8(utf8, static_cast<std::uint8_t>(byte));
    }
    appendPythonText(out, utf8);
}

// A line whose escapes are undone, which must be ASCII then.
bool decodeLine(std::string_view line, std::string& text, std::string& error)
{
    std::string decoded;
    if (!decodeEscapes(line, decoded)) {
        error = escapeError(line);
        return false;
    }
    if (!isAscii(decoded)) {
        error = asciiError(decoded);
        return false;
    }
    text += decoded;
    return true;
}

bool appendQuotedLine(std::string& out, std::string_view line, std::string& error)
{
    const char quote = line.empty() ? '\0' : line[0];
    std::string quoted;
    appendPythonBytes(quoted, line);
    if (quote != '"' && quote != '\'') {
        error = "no string quotes around " + quoted;
        return false;
    }
    if (line.back() != quote) {
        error = "strinq quote " + std::string(quote == '"' ? "b'\"'" : "b\"'\"") +
                " not found at both ends of " + quoted; // "strinq" is what pickletools says
        return false;
    }
    std::string text;
    const std::string_view inner = line.size() < 2 ? "" : line.substr(1, line.size() - 2);
    const bool good = decodeLine(inner, text, error);
    if (good) {
        appendPythonText(out, text);
    }
    return good;
}

bool appendLines(std::string& out, std::string_view lines, bool isPair, std::string& error)
{
    const std::size_t end = isPair ? lines.find('\n') : lines.size();
    std::string text;
    if (!decodeLine(lines.substr(0, end), text, error)) {
        return false;
    }
    if (isPair) {
        text += ' ';
        if (!decodeLine(lines.substr(end + 1), text, error)) {
            return false;
        }
    }
    appendPythonText(out, text);
    return true;
}

bool appendUnicodeLine(std::string& out, std::string_view line, std::string& error)
{
    std::string text;
    if (!decodeRawUnicode(line, text)) {
        error = rawUnicodeError(line);
        return false;
    }
    appendPythonText(out, text);
    return true;
}

double bigEndianDouble(std::string_view bytes)
{
    std::uint64_t bits = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | static_cast<std::uint8_t>(byte);
    }
    return std::bit_cast<double>(bits);
}

bool appendText(std::string& out, const ScannedOpcode& opcode, std::string& error)
{
    const std::string_view argument = opcode.argument;
    switch (opcode.shape->form) {
    case ArgumentForm::QuotedLine: return appendQuotedLine(out, argument, error);
    case ArgumentForm::PlainLine: return appendLines(out, argument, false, error);
    case ArgumentForm::LinePair: return appendLines(out, argument, true, error);
    case ArgumentForm::UnicodeLine: return appendUnicodeLine(out, argument, error);
    case ArgumentForm::Unicode1:
    case ArgumentForm::Unicode4:
    case ArgumentForm::Unicode8: return appendUnicode(out, argument, error);
    case ArgumentForm::String1:
    case ArgumentForm::String4: appendLatin1(out, argument); break;
    case ArgumentForm::ByteArray8: appendPythonByteArray(out, argument); break;
    case ArgumentForm::None: break;
    default: appendPythonBytes(out, argument); break;
    }
    return true;
}

bool appendIntLine(std::string& out, std::string_view line, std::string& error)
{
    if (line == "00" || line == "01") { // how protocols 0 and 1 say False and True
        out += line == "00" ? "False" : "True";
        return true;
    }
    return appendDecimal(out, line, error);
}

bool appendLongLine(std::string& out, std::string_view line, std::string& error)
{
    return appendDecimal(out, line.substr(0, line.size() - (line.ends_with('L') ? 1 : 0)), error);
}

std::size_t beginningOf(std::string_view text, std::size_t size)
{
    while (size > 0 && size < text.size() && static_cast<std::uint8_t>(text[size]) >> 6 == 2) {
        --size; // no half character
    }
    return size;
}

// What could be long without end is cut before it is decoded.
bool shorten(ScannedOpcode& opcode, std::size_t limit)
{
    const ArgumentForm form = opcode.shape->form;
    const bool counted = form >= ArgumentForm::String1;
    if (!counted || opcode.argument.size() <= limit) {
        return false;
    }
    opcode.argument = opcode.argument.substr(0, beginningOf(opcode.argument, limit));
    return true;
}

std::string unreadable(const ScannedOpcode& opcode, std::size_t limit)
{
    if (opcode.shape->form == ArgumentForm::Long1 || opcode.shape->form == ArgumentForm::Long4) {
        return "int of " + std::to_string(opcode.argument.size()) + " bytes";
    }
    std::string text;
    appendPythonBytes(text, opcode.argument.substr(0, limit));
    return text + (opcode.argument.size() > limit ? "…" : "");
}

} // namespace

bool appendArgument(std::string& out, const ScannedOpcode& opcode, std::string& error)
{
    switch (opcode.shape->form) {
    case ArgumentForm::UInt1:
    case ArgumentForm::UInt2:
    case ArgumentForm::UInt4:
    case ArgumentForm::UInt8: out += std::to_string(littleEndian(opcode.argument)); return true;
    case ArgumentForm::Int4:
        out += std::to_string(static_cast<std::int32_t>(littleEndian(opcode.argument)));
        return true;
    case ArgumentForm::Float8:
        appendPythonFloat(out, bigEndianDouble(opcode.argument));
        return true;
    case ArgumentForm::Long1:
    case ArgumentForm::Long4: return appendLong(out, opcode.argument, error);
    case ArgumentForm::IntLine: return appendIntLine(out, opcode.argument, error);
    case ArgumentForm::LongLine: return appendLongLine(out, opcode.argument, error);
    case ArgumentForm::FloatLine: return appendReal(out, opcode.argument, error);
    default: return appendText(out, opcode, error);
    }
}

std::string briefArgument(const ScannedOpcode& opcode, std::size_t limit)
{
    ScannedOpcode shown = opcode;
    const bool cut = shorten(shown, limit);
    const bool isLong = isLine(shown.shape->form) && shown.argument.size() > longestLine;
    std::string text;
    std::string error;
    if (isLong || !appendArgument(text, shown, error)) {
        text = unreadable(shown, limit);
    }
    return cutText(cut ? text + "…" : text, limit);
}

std::string cutText(std::string text, std::size_t limit)
{
    if (text.size() > limit) {
        text.resize(beginningOf(text, limit));
        text += "…";
    }
    return text;
}

} // namespace poolscope

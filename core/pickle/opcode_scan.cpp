// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/opcode_scan.h"

#include "core/pickle/python_repr.h"

#include <limits>

namespace poolscope {

namespace {

/// How a length and its content are called, and what the length is made of.
struct CountedForm {
    const char* name;
    std::size_t width;
    bool isSigned;
    bool isLong; // pickletools says less of an integer that is cut off
};

CountedForm countedForm(ArgumentForm form)
{
    switch (form) {
    case ArgumentForm::Long1: return {"long1", 1, false, true};
    case ArgumentForm::Long4: return {"long4", 4, true, true};
    case ArgumentForm::String1: return {"string1", 1, false, false};
    case ArgumentForm::String4: return {"string4", 4, true, false};
    case ArgumentForm::Bytes1: return {"bytes1", 1, false, false};
    case ArgumentForm::Bytes4: return {"bytes4", 4, false, false};
    case ArgumentForm::Bytes8: return {"bytes8", 8, false, false};
    case ArgumentForm::ByteArray8: return {"bytearray8", 8, false, false};
    case ArgumentForm::Unicode1: return {"unicodestring1", 1, false, false};
    case ArgumentForm::Unicode4: return {"unicodestring4", 4, false, false};
    default: return {"unicodestring8", 8, false, false};
    }
}

const char* lengthName(std::size_t width, bool isSigned)
{
    return width == 1 ? "uint1" : width == 8 ? "uint8" : isSigned ? "int4" : "uint4";
}

} // namespace

std::uint64_t littleEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
    }
    return value;
}

ScannedOpcode scannedAt(std::string_view message, std::size_t offset, std::size_t size)
{
    const OpcodeShape* shape = shapeOf(static_cast<std::uint8_t>(message[offset]));
    std::size_t head = 1;
    std::size_t tail = 0;
    if (isLine(shape->form)) {
        tail = 1;
    } else if (isCounted(shape->form)) {
        head += countedForm(shape->form).width;
    }
    return {offset, size, shape, message.substr(offset + head, size - head - tail)};
}

bool OpcodeScan::fail(std::string reason)
{
    m_error = std::move(reason);
    return false;
}

bool OpcodeScan::next(ScannedOpcode& opcode)
{
    if (m_at >= m_message.size()) {
        return fail("pickle exhausted before seeing STOP");
    }
    const std::size_t begin = m_at;
    const OpcodeShape* shape = shapeOf(static_cast<std::uint8_t>(m_message[begin]));
    if (shape == nullptr) {
        std::string text = "at position " + std::to_string(begin) + ", opcode ";
        appendPythonBytes(text, m_message.substr(begin, 1));
        return fail(text + " unknown");
    }
    ++m_at;
    std::string_view argument;
    if (!argumentOf(*shape, argument)) {
        m_at = begin;
        return false;
    }
    opcode = {begin, m_at - begin, shape, argument};
    return true;
}

bool OpcodeScan::argumentOf(const OpcodeShape& shape, std::string_view& argument)
{
    switch (shape.form) {
    case ArgumentForm::None: return true;
    case ArgumentForm::UInt1: return fixed(1, "uint1", argument);
    case ArgumentForm::UInt2: return fixed(2, "uint2", argument);
    case ArgumentForm::UInt4: return fixed(4, "uint4", argument);
    case ArgumentForm::UInt8: return fixed(8, "uint8", argument);
    case ArgumentForm::Int4: return fixed(4, "int4", argument);
    case ArgumentForm::Float8: return fixed(8, "float8", argument);
    default: break;
    }
    return isLine(shape.form) ? lines(shape, argument) : counted(shape, argument);
}

bool OpcodeScan::fixed(std::size_t size, const char* name, std::string_view& bytes)
{
    if (m_message.size() - m_at < size) {
        return fail(std::string("not enough data in stream to read ") + name);
    }
    bytes = m_message.substr(m_at, size);
    m_at += size;
    return true;
}

bool OpcodeScan::lengthOf(std::size_t width, const char* name, bool isSigned, std::size_t& length)
{
    std::string_view bytes;
    if (!fixed(width, lengthName(width, isSigned), bytes)) {
        return false;
    }
    length = littleEndian(bytes);
    if (isSigned && length > std::numeric_limits<std::int32_t>::max()) {
        const auto negative = static_cast<std::int32_t>(length);
        return fail(std::string(name) + " byte count < 0: " + std::to_string(negative));
    }
    if (length > static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max())) {
        return fail(std::string(name) + " byte count > sys.maxsize: " + std::to_string(length));
    }
    return true;
}

bool OpcodeScan::counted(const OpcodeShape& shape, std::string_view& bytes)
{
    const CountedForm form = countedForm(shape.form);
    std::size_t length = 0;
    if (!lengthOf(form.width, form.name, form.isSigned, length)) {
        return false;
    }
    const std::size_t left = m_message.size() - m_at;
    if (left < length && form.isLong) {
        return fail(std::string("not enough data in stream to read ") + form.name);
    }
    if (left < length) {
        return fail("expected " + std::to_string(length) + " bytes in a " + form.name +
                    ", but only " + std::to_string(left) + " remain");
    }
    bytes = m_message.substr(m_at, length);
    m_at += length;
    return true;
}

bool OpcodeScan::lines(const OpcodeShape& shape, std::string_view& text)
{
    const std::size_t begin = m_at;
    for (int count = shape.form == ArgumentForm::LinePair ? 2 : 1; count > 0; --count) {
        const std::size_t end = m_message.find('\n', m_at);
        if (end == std::string_view::npos) {
            m_firstLine = m_message.substr(begin, m_at - begin - (m_at == begin ? 0 : 1));
            const bool isUnicode = shape.form == ArgumentForm::UnicodeLine;
            return fail(std::string("no newline found when trying to read ") +
                        (isUnicode ? "unicodestringnl" : "stringnl"));
        }
        m_at = end + 1;
    }
    text = m_message.substr(begin, m_at - 1 - begin);
    return true;
}

} // namespace poolscope

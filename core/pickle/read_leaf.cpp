// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/reader.h"

#include "core/pickle/utf8.h"

#include <bit>

namespace poolscope {

bool Reader::real()
{
    std::uint64_t bits = 0;
    return number<8>(bits) && push(m_document.real(std::bit_cast<double>(__builtin_bswap64(bits))));
}

bool Reader::longInteger(std::uint64_t size)
{
    if (size > 0x7fffffff) {
        return fail("LONG4 has a negative length");
    }
    if (size > m_limits.digits) {
        return fail("an integer of " + std::to_string(size) + " bytes; " +
                    std::to_string(m_limits.digits) + " are allowed");
    }
    std::string_view bytes;
    return take(size, bytes) && push(m_document.bigIntegerView(bytes));
}

bool Reader::text(std::string_view utf8)
{
    return isUtf8(utf8) ? push(m_document.strView(utf8)) : fail("a str that is no UTF-8");
}

// What Python 2 called str. Python 3 takes it for ASCII unless told otherwise, and so do we.
bool Reader::python2Str(std::string_view bytes, bool isView)
{
    if (m_limits.symbols) {
        return push(isView ? m_document.python2StrView(bytes) : m_document.python2Str(bytes));
    }
    if (!isAscii(bytes)) {
        return fail("a Python 2 str that is no ASCII");
    }
    return push(isView ? m_document.strView(bytes) : m_document.str(bytes));
}

bool Reader::byteArray()
{
    std::string_view bytes;
    return payload<8>(bytes) && push(m_document.byteArrayView(bytes));
}

} // namespace poolscope

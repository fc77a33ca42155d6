// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/reduce/context.h"

#include <cxxabi.h>

#include <cstdlib>
#include <exception>

namespace poolscope {

std::string currentException()
{
    std::string text;
    try {
        throw;
    } catch (const std::exception& exception) {
        text = exception.what();
    } catch (...) {
        text = "something that is no std::exception was thrown";
    }
    return text.empty() || text.back() == '.' ? text : text + ".";
}

const char* kindName(Kind kind)
{
    switch (kind) {
    case Kind::None: return "NoneType";
    case Kind::Bool: return "bool";
    case Kind::Int:
    case Kind::BigInt: return "int";
    case Kind::Float: return "float";
    case Kind::Str: return "str";
    case Kind::Bytes: return "bytes";
    case Kind::ByteArray: return "bytearray";
    case Kind::List: return "list";
    case Kind::Tuple: return "tuple";
    case Kind::Dict: return "dict";
    case Kind::Set: return "set";
    case Kind::FrozenSet: return "frozenset";
    case Kind::Global: return "global";
    case Kind::Object: return "object";
    case Kind::Persistent: return "persistent object";
    case Kind::Extension: return "extension";
    case Kind::OutOfBand: return "buffer";
    case Kind::Python2Str: return "Python 2 str";
    }
    return "object";
}

std::string withArticle(std::string_view noun)
{
    const bool vowel = !noun.empty() && std::string_view("aeioAEIO").find(noun[0]) != noun.npos;
    return (vowel ? "an " : "a ") + std::string(noun);
}

std::string readableName(const char* mangled)
{
    char* name = abi::__cxa_demangle(mangled, nullptr, nullptr, nullptr);
    std::string result = name != nullptr ? name : mangled;
    std::free(name);
    return result;
}

namespace {

/// Bytes of the character that begins at `bytes[i]`, 0 where none does.
std::size_t characterLength(std::string_view bytes, std::size_t i)
{
    const auto byte = [&](std::size_t at) {
        return i + at < bytes.size() ? static_cast<unsigned char>(bytes[i + at]) : 0U;
    };
    const auto follows = [&](std::size_t count) {
        for (std::size_t at = 1; at <= count; ++at) {
            if ((byte(at) & 0xC0U) != 0x80U) {
                return false;
            }
        }
        return true;
    };
    const unsigned first = byte(0);
    if (first < 0x80U) {
        return 1;
    }
    if (first >= 0xC2U && first <= 0xDFU) {
        return follows(1) ? 2 : 0;
    }
    if (first >= 0xE0U && first <= 0xEFU) {
        return follows(2) && (first != 0xE0U || byte(1) >= 0xA0U) ? 3 : 0;
    }
    if (first >= 0xF0U && first <= 0xF4U) {
        const bool inRange =
            (first != 0xF0U || byte(1) >= 0x90U) && (first != 0xF4U || byte(1) < 0x90U);
        return follows(3) && inRange ? 4 : 0;
    }
    return 0;
}

} // namespace

bool isText(std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = characterLength(bytes, i);
        if (length == 0) {
            return false;
        }
        i += length;
    }
    return true;
}

} // namespace poolscope

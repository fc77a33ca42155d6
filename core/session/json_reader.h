// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// JSON to values, strictly: RFC 8259 and the special objects of INTERFACE.md, nothing else. A stack
// of its own stands for recursion. Private to core/session.

#include "core/value/value.h"

#include <optional>

namespace poolscope {

/// What is wrong with a text, and at which byte.
struct JsonFault {
    std::size_t offset = 0;
    std::string text;
};

/// Reads one value that fills `text`, spaces apart. Empty when all is well.
std::optional<JsonFault> parseJson(std::string_view text, Document& document, Value& value);

/// The column of a byte, counted in characters from 1.
std::size_t columnOf(std::string_view text, std::size_t offset);

/// What an object of the one pair `key`: `item` stands for, when the key is a special one; a sentence
/// when the item does not fit.
Result<Value> specialValue(std::string_view key, Value item, Document& document);

/// Reads a string from its opening quote on; `at` is left behind the closing one.
std::optional<JsonFault> parseJsonString(std::string_view text, std::size_t& at, std::string& out);
/// Reads a number; `at` is left behind it.
std::optional<JsonFault> parseJsonNumber(std::string_view text, std::size_t& at, Document& document,
                                         Value& value);

} // namespace poolscope

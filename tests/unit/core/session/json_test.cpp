// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/session.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace poolscope {
namespace {

std::string written(Value value)
{
    std::string text;
    appendJson(value, text);
    return text;
}

/// What comes out when a text is read and written again; "kind: text" of the error where it is none.
std::string again(std::string_view text)
{
    Document document;
    const Result<Value> value = readJson(text, document);
    return value ? written(*value) : value.error().kind + ": " + value.error().text;
}

constexpr const char* scalars[] = {
    "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "123456789012345678901234567890123456789012345678901234567890",
    "-100000000000000000000000000000000000000", "0.5", "-0.0", "1.0", "1e+16", "1.5e-05", "\"\"",
    "\"a\"", "\"\\\"\\\\\\n\\r\\t\\u0001\""};

constexpr const char* containers[] = {
    "\"é€😀\"", "[]", "[1, [2, []], \"x\"]", "{}", "{\"a\": 1, \"b\": [true, null]}",
    "{\"tuple\": []}", "{\"tuple\": [1, {\"tuple\": [2]}]}", "{\"set\": [1, 2]}",
    "{\"frozenset\": [\"a\"]}", "{\"dict\": []}",
    "{\"dict\": [[1, \"a\"], [{\"tuple\": [1, 2]}, 3]]}", "{\"float\": \"NaN\"}",
    "{\"float\": \"Infinity\"}", "{\"float\": \"-Infinity\"}", "{\"bytes\": \"\"}",
    "{\"bytes\": \"AAH/\"}", "{\"bytes\": \"YQ==\"}", "{\"bytearray\": \"YWI=\"}"};

TEST(Json, keepsTheScalarsThatItReads)
{
    for (const char* text : scalars) {
        EXPECT_EQ(again(text), text);
    }
}

TEST(Json, keepsTheContainersThatItReads)
{
    for (const char* text : containers) {
        const bool emptyDict = std::string_view(text) == "{\"dict\": []}";
        EXPECT_EQ(again(text), emptyDict ? "{}" : text);
    }
}

TEST(Json, readsSpacesAndEscapes)
{
    EXPECT_EQ(again(" [ 1 ,\t2 ] \r"), "[1, 2]");
    EXPECT_EQ(again("{ \"a\" : 1 }"), "{\"a\": 1}");
    EXPECT_EQ(again("\"\\u0041\\/\\u00e9\\ud83d\\ude00\""), "\"A/é😀\"");
    EXPECT_EQ(again("1E5"), "100000.0");
    EXPECT_EQ(again("1e999"), "{\"float\": \"Infinity\"}");
    EXPECT_EQ(again("-1e999"), "{\"float\": \"-Infinity\"}");
    EXPECT_EQ(again("1e-999"), "0.0");
}

TEST(Json, keepsALoneSurrogateAsItsEscape)
{
    EXPECT_EQ(again("\"a\\ud800b\""), "\"a\\ud800b\"");
    EXPECT_EQ(again("\"\\udc00\\ud800\""), "\"\\udc00\\ud800\"");
    EXPECT_EQ(again("\"\\ud800\\u0041\""), "\"\\ud800A\"");
}

TEST(Json, writesAFloatAsAFloatAndShortest)
{
    Document document;
    const auto text = [&](double value) { return written(document.real(value)); };
    EXPECT_EQ(text(1), "1.0");
    EXPECT_EQ(text(-0.0), "-0.0");
    EXPECT_EQ(text(0.1), "0.1");
    EXPECT_EQ(text(1e15), "1000000000000000.0");
    EXPECT_EQ(text(1e22), "1e+22");
    EXPECT_EQ(text(1.0 / 3), "0.3333333333333333");
    EXPECT_EQ(text(5e-324), "5e-324");
    EXPECT_EQ(text(std::numeric_limits<double>::max()), "1.7976931348623157e+308");
}

TEST(Json, tellsADictOfOneSpecialKeyFromWhatItStandsFor)
{
    Document document;
    Value dict = document.dict();
    document.setItem(dict, document.str("tuple"), document.list());
    EXPECT_EQ(written(dict), "{\"dict\": [[\"tuple\", []]]}");
    EXPECT_EQ(again(written(dict)), written(dict));
    document.setItem(dict, document.str("b"), document.none());
    EXPECT_EQ(written(dict), "{\"tuple\": [], \"b\": null}");
}

TEST(Json, writesClassesAndCyclesAsTheirRepr)
{
    Document document;
    Value list = document.list();
    document.append(list, document.integer(1));
    document.append(list, list);
    EXPECT_EQ(written(list), "[1, {\"repr\": \"[...]\"}]");
    EXPECT_EQ(written(document.global("builtins", "len")).rfind("{\"repr\": \"", 0), 0u);
}

TEST(Json, writesASharedValueEachTime)
{
    Document document;
    const Value inner = document.list(std::vector<Value>{document.integer(7)});
    EXPECT_EQ(written(document.list(std::vector<Value>{inner, inner})), "[[7], [7]]");
}

TEST(Json, nestingOfAMillionIsNoDanger)
{
    const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
    EXPECT_TRUE(again(deep) == deep);
    Document document;
    EXPECT_FALSE(readJson(deep.substr(0, deep.size() - 1), document).ok());
}

struct Malformed {
    const char* text;
    const char* error;
};

TEST(Json, saysWhatIsWrongAndAtWhichColumn)
{
    const Malformed cases[] = {
        {"", "ValueError: column 1: a value is missing at the end of the line"},
        {"[1, 2", "ValueError: column 6: ',' or ']' is missing at the end of the line"},
        {"[1 2]", "ValueError: column 4: ',' or ']' was expected, not '2'"},
        {"[1,]", "ValueError: column 4: a value was expected, not ']'"},
        {"[1}", "ValueError: column 3: ',' or ']' was expected, not '}'"},
        {"{\"a\" 1}", "ValueError: column 6: ':' was expected, not '1'"},
        {"{a: 1}", "ValueError: column 2: a key in quotes was expected, not 'a'"},
        {"{\"a\": 1,}", "ValueError: column 9: a key in quotes was expected, not '}'"},
        {"1 2", "ValueError: column 3: the end of the line was expected, not '2'"},
        {"nul", "ValueError: column 1: a value was expected, not 'n'"},
        {"nulls", "ValueError: column 5: the end of the line was expected, not 's'"},
        {"ä", "ValueError: column 1: a value was expected, not 'ä'"},
        {"[\"é\", x]", "ValueError: column 7: a value was expected, not 'x'"},
        {"01", "ValueError: column 1: this is no number as JSON has them"},
        {"-", "ValueError: column 1: this is no number as JSON has them"},
        {"1.", "ValueError: column 1: this is no number as JSON has them"},
        {"1e", "ValueError: column 1: this is no number as JSON has them"},
        {"\"abc", "ValueError: column 1: this string has no closing quote"},
        {"\"a\tb\"",
         "ValueError: column 3: a control character in a string is written as an escape"},
        {"\"\\x\"",
         "ValueError: column 2: a backslash is followed by one of \"\\/bfnrt or u and four hex "
         "digits"},
        {"\"\\u12g4\"",
         "ValueError: column 2: a backslash is followed by one of \"\\/bfnrt or u and four "
         "hex digits"},
        {"\"\xff\"", "ValueError: column 2: these bytes are no UTF-8"},
        {"\"\xed\xa0\x80\"", "ValueError: column 2: these bytes are no UTF-8"},
        {"NaN", "ValueError: column 1: NaN and infinities are written {\"float\": \"NaN\"}"},
    };
    for (const Malformed& one : cases) {
        EXPECT_EQ(again(one.text), one.error) << one.text;
    }
}

TEST(Json, refusesASpecialObjectWithTheWrongItem)
{
    for (const char* text : {"{\"tuple\": 1}", "{\"set\": \"a\"}", "{\"bytes\": \"a\"}",
                             "{\"bytes\": \"a*==\"}", "{\"float\": 1.0}", "{\"float\": \"nan\"}",
                             "{\"dict\": [1]}", "{\"dict\": [[1]]}", "{\"dict\": {}}"}) {
        EXPECT_EQ(again(text).rfind("ValueError: column 1: {\"", 0), 0u)
            << text << " " << again(text);
    }
}

TEST(Json, writesBytesThatAreNoTextAsReplacements)
{
    Document document;
    EXPECT_EQ(written(document.str("a\xff\xc3")), "\"a\\ufffd\\ufffd\"");
}

} // namespace
} // namespace poolscope

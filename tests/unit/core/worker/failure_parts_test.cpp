// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an answer says of a failure: four texts, three from a worker of an older build, and else nothing.

#include "tests/unit/core/worker/wire.h"

namespace poolscope::test {
namespace {

/// An answer whose one task failed with these parts.
std::string answerWith(const std::function<Value(Document&)>& makeParts)
{
    Document document;
    const std::vector<Value> outcome{document.boolean(false), makeParts(document)};
    const std::vector<Value> outcomes{document.tuple(outcome)};
    const std::vector<Value> arguments{document.list(outcomes)};
    const Value made = document.object(
        Making::Reduce, document.global("poolscope", "ChunkOutcomes"), document.tuple(arguments));
    const std::vector<Value> pair{document.boolean(false), made};
    const std::vector<Value> message{document.integer(1), document.integer(0),
                                     document.tuple(pair)};
    Buffer out;
    PickleWriter writer(5);
    EXPECT_TRUE(writer.write(document.tuple(message), out));
    return std::string(out.view());
}

std::string answerWithTexts(const std::vector<std::string>& texts)
{
    return answerWith([&](Document& document) {
        std::vector<Value> parts;
        for (const std::string& text : texts) {
            parts.push_back(document.str(text));
        }
        return document.tuple(parts);
    });
}

Result<ChunkAnswer> read(const std::string& message)
{
    Buffer bytes;
    bytes.append(message);
    return readAnswer(std::move(bytes), 0, {1, 0, 1});
}

TEST(FailureParts, sayWhereItWasThrown)
{
    const auto answer = read(answerWithTexts({"ValueError", "no", "", "f() in worker"}));
    ASSERT_TRUE(answer) << answer.error().text;
    EXPECT_EQ(answer->errors.at(0), (Error{"ValueError", "no", "", "f() in worker"}));
}

TEST(FailureParts, mayBeThoseOfAnOlderBuild)
{
    const auto answer = read(answerWithTexts({"PicklingError", "no", "result.pool"}));
    ASSERT_TRUE(answer) << answer.error().text;
    EXPECT_EQ(answer->errors.at(0), (Error{"PicklingError", "no", "result.pool", ""}));
}

TEST(FailureParts, areNothingElse)
{
    const std::vector<std::string> five(5, "text");
    for (const std::string& bad :
         {answerWithTexts({}), answerWithTexts({"kind", "text"}), answerWithTexts(five),
          answerWith([](Document& document) { return document.str("four"); }),
          answerWith([](Document& document) { return document.integer(4); }),
          answerWith([](Document& document) {
              const std::vector<Value> parts{document.str("kind"), document.str("text"),
                                             document.str(""), document.integer(7)};
              return document.tuple(parts);
          })}) {
        const auto answer = read(bad);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().kind, "UnpicklingError");
    }
}

TEST(FailureParts, comeHomeAsTheyWentOut)
{
    Catalogue catalogue;
    const auto fails = catalogue.add("tests", "fails", [](std::int64_t x) -> std::int64_t {
        throw TaskError("OSError", std::to_string(x));
    });
    ChunkServer server(catalogue, 5, {});
    const std::vector<std::int64_t> items{8};
    const auto answer =
        read(served(server, taskByValues({}, *fails(), catalogue.registry(), *itemsOf(items), 5)));
    ASSERT_TRUE(answer) << answer.error().text;
    EXPECT_EQ(answer->errors.at(0)->kind, "OSError");
    EXPECT_EQ(answer->errors.at(0)->text, "8");
    EXPECT_NE(answer->errors.at(0)->where.find(" in "), std::string::npos);
}

} // namespace
} // namespace poolscope::test

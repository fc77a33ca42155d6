// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobs.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

Job someJob()
{
    Job job;
    job.name = "power";
    job.parameters = {{"items", "", "", std::int64_t{100}, 1, 1e9, {}},
                      {"start", "", "", std::int64_t{0}, -9e15, 9e15, {}},
                      {"ms", "", "ms", 0.5, 0, 1000, {}},
                      {"mode", "", "", std::string("raise"), 0, 0, {"raise", "exit"}},
                      {"path", "", "", std::string(), 0, 0, {}}};
    return job;
}

Error errorOf(const std::string& name, const std::string& text)
{
    const Result<Arguments> arguments = someJob().parse({{name, text}});
    EXPECT_FALSE(arguments.ok()) << name << "=" << text;
    return arguments.ok() ? Error{} : arguments.error();
}

TEST(Job, takesWhatIsTypedAndFillsInTheRest)
{
    const Result<Arguments> arguments = someJob().parse(
        {{"items", "7"}, {"start", "-5"}, {"ms", "1e-1"}, {"mode", "exit"}, {"path", "a b"}});
    ASSERT_TRUE(arguments.ok()) << arguments.error().text;
    EXPECT_EQ(arguments->integer("items"), 7);
    EXPECT_EQ(arguments->integer("start"), -5);
    EXPECT_EQ(arguments->real("ms"), 0.1);
    EXPECT_EQ(arguments->real("items"), 7.0);
    EXPECT_EQ(arguments->text("mode"), "exit");
    EXPECT_EQ(arguments->text("path"), "a b");
    const Result<Arguments> defaults = someJob().parse({});
    EXPECT_EQ(defaults->integer("items"), 100);
    EXPECT_EQ(defaults->real("ms"), 0.5);
    EXPECT_EQ(defaults->text("mode"), "raise");
    EXPECT_EQ(defaults->all().size(), 5U);
}

TEST(Job, anUnknownParameterNamesTheNearest)
{
    EXPECT_EQ(
        errorOf("itms", "1"),
        (Error{"ValueError",
               "power has no parameter \"itms\" (did you mean items?): it takes items, start, ms, "
               "mode, path.",
               "itms"}));
    EXPECT_EQ(errorOf("colour", "1").text,
              "power has no parameter \"colour\": it takes items, start, ms, mode, path.");
}

TEST(Job, anUnfitValueSaysWhatIsTaken)
{
    EXPECT_EQ(errorOf("items", "abc"),
              (Error{"ValueError",
                     "items must be a whole number from 1 to 1000000000, not \"abc\".", "items"}));
    EXPECT_EQ(errorOf("ms", "fast").text, "ms must be a number from 0 to 1000, not \"fast\".");
    EXPECT_EQ(errorOf("mode", "explode").text, "mode must be one of raise, exit, not \"explode\".");
    for (const char* bad : {"", "0", "-1", "1.5", "1e3", " 7", "7 ", "+7", "1000000001",
                            "99999999999999999999", "0x10"}) {
        EXPECT_EQ(errorOf("items", bad).path, "items");
    }
    for (const char* bad : {"", "nan", "inf", "-0.1", "1000.1", "1,5"}) {
        EXPECT_EQ(errorOf("ms", bad).path, "ms");
    }
}

TEST(Job, textIsTheSameAsTyped)
{
    EXPECT_EQ(toText(Parameter::Scalar(std::int64_t{1000000})), "1000000");
    EXPECT_EQ(toText(Parameter::Scalar(0.5)), "0.5");
    EXPECT_EQ(toText(Parameter::Scalar(std::string("kill"))), "kill");
}

TEST(Nearest, findsWhatWasMeant)
{
    const std::vector<std::string> names{"power", "primes", "payload", "BigPow.pow"};
    EXPECT_EQ(nearest("powr", names), "power");
    EXPECT_EQ(nearest("pwoer", names), "power");
    EXPECT_EQ(nearest("prime", names), "primes");
    EXPECT_EQ(nearest("bigpow.pow", names), "BigPow.pow");
    EXPECT_EQ(nearest("mandelbrot", names), "");
    EXPECT_EQ(nearest("", names), "");
    EXPECT_EQ(nearest(std::string(100'000, 'p'), names), "");
}

TEST(Catalogue, saysWhichJobsThereAre)
{
    Catalogue catalogue;
    catalogue.addJob(someJob());
    EXPECT_NE(catalogue.job("power"), nullptr);
    EXPECT_EQ(catalogue.job("powr"), nullptr);
    EXPECT_EQ(catalogue.unknownJob("powr").text,
              "There is no job \"powr\" (did you mean power?): there are power.");
}

} // namespace
} // namespace poolscope

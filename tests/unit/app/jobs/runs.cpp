// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/app/jobs/runs.h"

#include <exception>

namespace poolscope::test {

namespace {

/// Pickled here and read there.
Value carried(Value value, Buffer& bytes, Document& document)
{
    PickleWriter writer;
    EXPECT_TRUE(writer.write(value, bytes).ok());
    const Result<Value> read = readPickle(bytes.view(), document);
    EXPECT_TRUE(read.ok());
    return *read;
}

std::optional<Error> runOne(Batch& batch, std::size_t i)
{
    try {
        batch.run(i);
    } catch (const TaskError& error) {
        return Error{error.kind(), error.what(), {}};
    } catch (const std::exception& error) {
        return Error{"Exception", error.what(), {}};
    }
    return {};
}

} // namespace

Result<Work> workOf(const Catalogue& catalogue, std::string_view name, const Given& given,
                    Pool* pool)
{
    const Job* job = catalogue.job(name);
    EXPECT_NE(job, nullptr) << name;
    const Result<Arguments> arguments = job->parse(given);
    if (!arguments.ok()) {
        return arguments.error();
    }
    return job->build(*arguments, {catalogue.registry(), pool});
}

Ran runFarAway(const Work& work)
{
    const Side far;
    const Registry& registry = far.catalogue.registry();
    Document here;
    Document there;
    Buffer functionBytes;
    const Result<Value> function = work.callable->reduce(here, work.registry);
    EXPECT_TRUE(function.ok()) << function.error().text;
    const auto callable = far.catalogue.resolve(carried(*function, functionBytes, there));
    EXPECT_TRUE(callable.ok()) << callable.error().text;

    const auto count = static_cast<std::size_t>(work.input->size());
    const auto items = *work.input->take(0, count);
    const auto batch = (*callable)->batch(count);
    Ran ran;
    for (std::size_t i = 0; i < count; ++i) {
        Buffer bytes;
        const Result<Value> item = items->reduce(i, here, work.registry);
        EXPECT_TRUE(item.ok()) << item.error().text;
        const Result<void> loaded = batch->load(carried(*item, bytes, there), registry);
        EXPECT_TRUE(loaded.ok()) << loaded.error().text;
        ran.errors.push_back(runOne(*batch, i));
    }
    const auto results = batch->takeResults();
    for (std::size_t i = 0; i < count; ++i) {
        ran.values.push_back(ran.errors[i] ? ""
                                           : repr(*results->reduce(i, there, registry), 10'000));
    }
    return ran;
}

Ran run(std::string_view job, const Given& given)
{
    const Side here;
    const Result<Work> work = workOf(here.catalogue, job, given);
    EXPECT_TRUE(work.ok()) << work.error().text;
    return runFarAway(*work);
}

} // namespace poolscope::test

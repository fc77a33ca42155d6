// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything runs on one thread with a stack that lets CPython recurse as deep as it must.

#include "tests/bench/bench.h"

#include <pthread.h>

#include <cstdlib>

namespace poolscope::bench {

void add(const std::string& name, std::function<std::size_t()> once, std::function<bool()> check)
{
    benchmark::RegisterBenchmark(
        name.c_str(), [once = std::move(once), check = std::move(check)](benchmark::State& state) {
            if (!check()) {
                state.SkipWithError("what was written is not read back equal");
                return;
            }
            std::size_t bytes = once(); // warm
            for ([[maybe_unused]] const auto& round : state) {
                bytes = once();
            }
            state.counters["bytes"] = static_cast<double>(bytes);
        });
}

namespace {

struct Arguments {
    int count;
    char** texts;
};

void* run(void* given)
{
    auto& arguments = *static_cast<Arguments*>(given);
    benchmark::Initialize(&arguments.count, arguments.texts);
    addBaselines();
    addOurs();
    addTyped();
    addBeside();
    addQt();
    addCereal();
    addMsgpack();
    benchmark::RunSpecifiedBenchmarks();
    std::exit(0); // on this thread, where CPython lives
}

} // namespace
} // namespace poolscope::bench

int main(int argc, char** argv)
{
    constexpr std::size_t stack = std::size_t{1} << 30;
    poolscope::bench::Arguments arguments{argc, argv};
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack);
    pthread_t thread{};
    if (pthread_create(&thread, &attributes, poolscope::bench::run, &arguments) != 0) {
        return 3;
    }
    pthread_join(thread, nullptr);
}

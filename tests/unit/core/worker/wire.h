// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The messages of a chunk by the general way, which the fast ones are held against.

#include "core/worker/worker.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace poolscope::test {

inline std::string hex(std::string_view bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes.substr(0, 400)) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

struct Numbers {
    std::uint64_t job = 1;
    std::uint64_t chunk = 0;
};

template <class T> std::shared_ptr<const Items> itemsOf(const std::vector<T>& objects)
{
    Slots<T> slots(objects.size());
    for (std::size_t i = 0; i < objects.size(); ++i) {
        slots.add([&]() -> T { return objects[i]; });
    }
    return std::make_shared<TypedItems<T>>(std::move(slots));
}

/// The task message by way of Values, or the error's text.
inline std::string taskByValues(Numbers numbers, const Callable& callable, const Registry& registry,
                                const Items& items, int protocol)
{
    Document document;
    const auto function = callable.reduce(document, registry);
    std::vector<Value> values;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto value = items.reduce(i, document, registry);
        if (!value) {
            return value.error().text;
        }
        values.push_back(*value);
    }
    Buffer out;
    PickleWriter writer(protocol);
    const auto written =
        writer.write(taskMessage(document, numbers.job, numbers.chunk, *function, values), out);
    return written ? std::string(out.view()) : written.error().text;
}

/// The answer that says that all went well, likewise.
inline std::string answerByValues(Numbers numbers, const Registry& registry,
                                  std::shared_ptr<const Items> results, int protocol)
{
    Document document;
    TaskParts task;
    task.job = static_cast<std::int64_t>(numbers.job);
    task.chunk = static_cast<std::int64_t>(numbers.chunk);
    ChunkAnswer answer;
    answer.results = std::move(results);
    Buffer out;
    PickleWriter writer(protocol);
    const auto written = writer.write(answerMessage(document, task, answer, registry), out);
    return written ? std::string(out.view()) : written.error().text;
}

/// A worker's answer to a message.
inline std::string served(ChunkServer& server, std::string_view message)
{
    StatusPage page;
    server.load(message);
    if (server.canRun()) {
        server.run(page);
    }
    EXPECT_EQ(page.task.load(), StatusPage::idle);
    Buffer out;
    const auto written = server.write(out);
    return written ? std::string(out.view()) : written.error().text;
}

} // namespace poolscope::test

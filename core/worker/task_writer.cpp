// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/task_writer.h"

#include <array>
#include <limits>

namespace poolscope {

bool TaskWriter::write(std::uint64_t job, std::uint64_t chunk, const Callable& callable,
                       const Registry& registry, const Items& items, std::size_t first,
                       std::size_t count, Buffer& out)
{
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (job != m_job) {
        enter(job, callable, registry);
    }
    if (!m_prelude || registry.override() != nullptr || job > most || chunk > most) {
        return false;
    }
    try {
        DirectWriter writer(m_protocol, out);
        DirectWriting writing{writer, registry, registry.hasReducers()};
        writer.beginTuple(5);
        writer.number(static_cast<std::int64_t>(job));
        writer.number(static_cast<std::int64_t>(chunk));
        writer.prelude(*m_prelude);
        writer.beginTuple(count);
        items.write(first, count, writing);
        writer.endTuple(count);
        writer.endTuple(2);
        writer.endTuple(1);
        writer.dict(std::array<char, 0>(), [](char) {});
        writer.endTuple(5);
        return writer.finish();
    } catch (...) { // a hook has thrown, and will do so again
        return false;
    }
}

void TaskWriter::enter(std::uint64_t job, const Callable& callable, const Registry& registry)
{
    m_job = job;
    m_prelude = nullptr;
    Document document;
    if (const auto function = callable.reduce(document, registry)) {
        m_prelude = taskPrelude(document, *function, m_protocol);
    }
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The formats of exportData(), each of which appends to a file until that refuses. Private to
// core/session.

#include "core/session/recorded_run.h"
#include "core/session/text_file.h"

#include <array>
#include <charconv>

namespace poolscope {

void writeCsv(const RecordedRun& run, TextFile& file);
void writeJson(const RecordedRun& run, TextFile& file);
void writeTrace(const RecordedRun& run, TextFile& file);

/// The names of a row's columns, in the order of appendRow().
std::string rowHeader(const char* between);
/// The row's columns as numbers.
void appendRow(const Row& row, const char* between, std::string& out);

/// Shortest text of a whole number, or of another one without an exponent.
template <class Number> void appendNumber(Number number, std::string& out)
{
    std::array<char, 64> text;
    std::to_chars_result end{};
    if constexpr (std::is_floating_point_v<Number>) {
        end =
            std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    } else {
        end = std::to_chars(text.data(), text.data() + text.size(), number);
    }
    out.append(text.data(), end.ptr);
}

/// Calls `take` with each row, worker by worker, until it gives false.
template <class Take> void forEachRow(const RecordedRun& run, Take take)
{
    for (std::size_t lane = 0; lane < run.laneCount(); ++lane) {
        const LaneSeries& series = (*run.lanes)[lane];
        LaneReader reader(series);
        for (std::size_t i = 0; i < series.size(); ++i) {
            if (!take(reader.row(i))) return;
        }
    }
}

} // namespace poolscope

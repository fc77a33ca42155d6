// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/session.h"

#include "core/session/data_formats.h"
#include "core/session/tables.h"

namespace poolscope {
namespace {

using Write = void (*)(const RecordedRun& run, TextFile& file);

Write formatOf(const std::string& path)
{
    if (path.ends_with(".trace.json")) return writeTrace;
    if (path.ends_with(".json")) return writeJson;
    return path.ends_with(".csv") ? writeCsv : nullptr;
}

} // namespace

std::string rowHeader(const char* between)
{
    std::string names;
    for (const char* name :
         {"worker", "item", "items", "attempt", "failed", "start_ns", "lead_ns"}) {
        names += std::string(name) + between;
    }
    for (const char* name : stepColumns) {
        names += std::string(name) + between;
    }
    return names + "bytes_out" + between + "bytes_back";
}

void appendRow(const Row& row, const char* between, std::string& out)
{
    const auto add = [&](auto number) {
        appendNumber(number, out);
        out += between;
    };
    add(row.worker);
    add(row.item);
    add(row.count);
    add(std::uint32_t{row.attempt});
    add(std::uint32_t{row.failed});
    add(row.start);
    add(row.lead);
    for (const float step : row.step) {
        add(step);
    }
    add(row.bytesOut);
    appendNumber(row.bytesBack, out);
}

void writeCsv(const RecordedRun& run, TextFile& file)
{
    file.text() += rowHeader(",") + "\n";
    forEachRow(run, [&file](const Row& row) {
        appendRow(row, ",", file.text());
        file.text() += '\n';
        return file.settle();
    });
}

bool isDataPath(const std::string& path) { return formatOf(path) != nullptr; }

Result<void> exportData(const RecordedRun& run, const std::string& path)
{
    const Write write = formatOf(path);
    if (write == nullptr) {
        return Error{"ValueError",
                     "data is written to .csv, .json or .trace.json: not to " + path + ".",
                     {}};
    }
    auto file = TextFile::open(path);
    if (!file) {
        return file.error();
    }
    write(run, *file);
    return file->keep();
}

Result<void> canExportTo(const std::string& path)
{
    const auto file = TextFile::open(path);
    return file ? Result<void>() : file.error();
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A session that somebody tampered with is refused with a sentence, or gives runs whose every figure can
// be worked out. The first byte of an input says what the rest is: bytes of rows as a file holds them, or
// changes to a sound session, four bytes each: where (three, taken modulo its size) and what.

#include "core/session/session.h"
#include "tests/fuzz/memory_bound.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

namespace poolscope::fuzz {
namespace {

RecordedRun soundRun()
{
    RecordedRun run;
    run.began = 1'700'000'000'000;
    run.plan.job = "power";
    run.plan.title = "power(x, n=10)";
    run.plan.workers = 2;
    run.parameters = {{"items", "400"}};
    run.totals.lane.resize(2);
    std::vector<LaneSeries> lanes(2);
    for (std::uint32_t i = 0; i < 400; ++i) {
        Row row;
        row.worker = static_cast<std::uint16_t>(i % 2);
        row.start = static_cast<Nanos>(i) * 700;
        row.item = i;
        row.count = 1;
        row[Step::Compute] = static_cast<float>(300 + i % 50);
        row[Step::ParentPickle] = 90;
        row.failed = i % 90 == 7 ? 1 : 0;
        lanes[row.worker].append(row);
    }
    run.lanes = std::make_shared<const std::vector<LaneSeries>>(std::move(lanes));
    run.totals.items = run.totals.done = run.totals.chunks = run.totals.rows = 400;
    run.totals.finished = true;
    run.totals.wall = 300'000;
    run.events.push_back({});
    run.failures.push_back({7, {"ValueError", "no", "x"}, 1, 4711, 0, "7"});
    run.samples.push_back({0.1, 3, 1, 2});
    run.values = {"1", "1024"};
    run.annotations.push_back({100, -1, "here"});
    return run;
}

std::string soundSession()
{
    const std::string path = "/tmp/poolscope_fuzz." + std::to_string(::getpid()) + ".poolscope";
    Session session;
    session.runs = {soundRun(), soundRun()};
    require(saveSession(path, session).ok(), "a session can be saved");
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::remove(path.c_str());
    return bytes;
}

void checkRows(std::string_view input)
{
    if (input.size() < 2) return;
    const std::size_t rows = static_cast<std::uint8_t>(input[0]) * std::size_t{4} + static_cast<std::uint8_t>(input[1]) % 4;
    const std::string_view bytes = input.substr(2);
    LaneSeries lane;
    if (!lane.appendPiece(bytes, rows, 3).ok()) {
        require(lane.empty(), "what is refused leaves nothing behind");
        return;
    }
    require(lane.size() == rows, "as many rows as were promised");
    LaneReader reader(lane);
    for (std::size_t i = 1; i < rows; ++i) {
        const Nanos before = reader.row(i - 1).start;
        require(reader.row(i).start >= before, "rows are in order of time");
    }
    require(lane.longest(0, rows) < rows, "one row is the longest");
    require(lane.items(0, 1e18) >= 0 && lane.settledUntil() <= lane.end() + 1e18, "sums can be worked out");
}

void checkSession(std::string_view input)
{
    static const std::string sound = soundSession();
    static const int file = ::memfd_create("session", MFD_CLOEXEC);
    std::string bytes = sound;
    for (; input.size() >= 4; input.remove_prefix(4)) {
        const auto at = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<std::uint8_t>(input[i])); };
        bytes[(at(0) | at(1) << 8 | at(2) << 16) % bytes.size()] = input[3];
    }
    require(::ftruncate(file, 0) == 0, "memory for a file");
    require(::pwrite(file, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()), "memory for a file");
    const Result<Session> session = openSession("/proc/self/fd/" + std::to_string(file));
    if (!session.ok()) {
        require(session.error().kind == "OSError", "a damaged session is an OSError");
        require(!session.error().text.empty(), "an error says why");
        return;
    }
    for (const RecordedRun& run : session->runs) {
        require(!summaryJson(run).empty(), "a run has its figures");
        require(run.rowCount() <= bytes.size(), "rows are no more than the file has bytes");
    }
}

} // namespace
} // namespace poolscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace poolscope::fuzz;
    if (size == 0) return 0;
    const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] % 2 == 0) checkRows(rest);
    else checkSession(rest);
    return 0;
}

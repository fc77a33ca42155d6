// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows are kept packed: what is asked of them is what plain rows would answer, and bytes from a file
// that are no rows are refused.
#include "core/telemetry/row_pack.h"
#include "tests/unit/core/telemetry/rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace poolscope {
namespace {

LaneSeries seriesOf(const std::vector<Row>& rows)
{
    LaneSeries series;
    for (const Row& row : rows) series.append(row);
    return series;
}

void expectEqual(const Row& a, const Row& b)
{
    EXPECT_EQ(a.start, b.start);
    EXPECT_EQ(a.step, b.step);
    EXPECT_EQ(a.lead, b.lead);
    EXPECT_EQ(a.item, b.item);
    EXPECT_EQ(a.count, b.count);
    EXPECT_EQ(a.bytesOut, b.bytesOut);
    EXPECT_EQ(a.bytesBack, b.bytesBack);
    EXPECT_EQ(a.worker, b.worker);
    EXPECT_EQ(a.attempt, b.attempt);
    EXPECT_EQ(a.failed, b.failed);
}

void expectRows(const LaneSeries& series, const std::vector<Row>& rows)
{
    ASSERT_EQ(series.size(), rows.size());
    LaneReader reader(series);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        SCOPED_TRACE(i);
        expectEqual(reader.row(i), rows[i]);
    }
}

PhaseTimes plainly(const std::vector<Row>& rows, bool worker, double from, double to)
{
    PhaseTimes times{};
    for (const Row& row : rows) {
        for (const Stretch& part : worker ? workerStretches(row) : attendantStretches(row)) {
            at(times, part.phase) += std::max(0.0, std::min(to, part.end) - std::max(from, part.begin));
        }
    }
    return times;
}

/// What a file would hold: each piece as text.
std::vector<std::string> piecesOf(const LaneSeries& series)
{
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < series.pieces(); ++i) {
        const auto bytes = series.piece(i);
        pieces.emplace_back(bytes.begin(), bytes.end());
    }
    return pieces;
}

} // namespace

TEST(LaneSeries, givesBackTheRowsThatItWasGiven)
{
    for (const std::size_t count : {1, 15, 16, 17, 1000, 5000}) expectRows(seriesOf(busyRows(count)), busyRows(count));
}

TEST(LaneSeries, keepsTheLargestAndTheSmallestOfNumbers)
{
    std::vector<Row> rows(3);
    for (Row& row : rows) row.worker = 7;
    rows[0].start = -5;
    rows[1].start = 1'000'000'000'000'000;
    rows[1].step.fill(4.5e15F); // two months each
    rows[1].lead = -3e12F;
    rows[1].item = rows[1].count = rows[1].bytesOut = rows[1].bytesBack = 0xFFFF'FFFF;
    rows[1].attempt = rows[1].failed = 255;
    rows[2].start = 60'000'000'000'000'000;
    expectRows(seriesOf(rows), rows);
}

TEST(LaneSeries, whatIsNoTimeIsNone)
{
    Row row;
    row[Step::Compute] = NAN;
    row[Step::Wait] = -3;
    row[Step::In] = INFINITY;
    row[Step::Out] = 2.6F;
    row.lead = NAN;
    std::vector<Row> rows(16, row);
    for (const LaneSeries& series : {seriesOf(rows), seriesOf({row})}) {
        EXPECT_EQ(series.row(0)[Step::Compute], 0);
        EXPECT_EQ(series.row(0)[Step::Wait], 0);
        EXPECT_EQ(series.row(0)[Step::In], 1e18F);
        EXPECT_EQ(series.row(0)[Step::Out], 3);
        EXPECT_EQ(series.row(0).lead, 0);
    }
}

TEST(LaneSeries, anyStretchIsTheSumOfItsRows)
{
    const auto rows = busyRows(3000, 5);
    const LaneSeries series = seriesOf(rows);
    std::mt19937 random(2);
    const double end = series.end();
    for (int i = 0; i < 200; ++i) {
        const double from = end * static_cast<double>(random() % 1000) / 1000;
        const double to = from + static_cast<double>(random() % 400'000);
        for (std::size_t phase = 0; phase < phaseCount; ++phase) {
            EXPECT_NEAR(series.worker(from, to)[phase], plainly(rows, true, from, to)[phase], 1);
            EXPECT_NEAR(series.attendant(from, to)[phase], plainly(rows, false, from, to)[phase], 1);
        }
        EXPECT_EQ(series.timesUntil(to).worker, series.workerUntil(to));
        EXPECT_NEAR(total(series.timesUntil(to).attendant), total(series.attendantUntil(to)), 1e-3);
    }
    double items = 0, bytes = 0;
    for (const Row& row : rows) {
        items += row.count;
        bytes += row.bytesBack;
    }
    EXPECT_DOUBLE_EQ(series.items(0, end), items);
    EXPECT_DOUBLE_EQ(series.bytesBack(0, end), bytes);
}

TEST(LaneSeries, searchesFindWhatALookAtEachRowWould)
{
    const auto rows = busyRows(700, 9);
    const LaneSeries series = seriesOf(rows);
    for (double t = 900'000; t < series.end() + 5000; t += 777) {
        const auto ended = [t](const Row& row) { return endOf(row) <= t; };
        const auto begun = [t](const Row& row) { return static_cast<double>(row.start) < t; };
        const auto count = [&](auto is) { return static_cast<std::size_t>(std::find_if_not(rows.begin(), rows.end(), is) - rows.begin()); };
        EXPECT_EQ(series.firstEndingAfter(t), count(ended));
        EXPECT_EQ(series.firstBeginningAt(t), count(begun));
    }
}

TEST(LaneSeries, chunksInFlightAreTheirTimesOverTheStretch)
{
    const auto rows = busyRows(500, 4);
    const LaneSeries series = seriesOf(rows);
    for (double from = series.begin(); from < series.end(); from += 31'000) {
        const double to = from + 17'000;
        double under = 0;
        for (const Row& row : rows) under += std::max(0.0, std::min(to, answeredAt(row)) - std::max(from, sentFrom(row)));
        EXPECT_NEAR(series.inFlight(from, to), under / (to - from), 0.02);
    }
}

TEST(LaneSeries, rowsThatComeLateArePutInTheirPlace)
{
    auto rows = busyRows(2000, 6);
    LaneSeries series;
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::mt19937 random(3);
    for (std::size_t i = 0; i + 40 < order.size(); i += 9) std::swap(order[i], order[i + random() % 40]);
    for (const std::size_t i : order) series.append(rows[i]);
    expectRows(series, rows);
    const LaneSeries plain = seriesOf(rows);
    EXPECT_EQ(series.worker(0, 2e6), plain.worker(0, 2e6));
    EXPECT_EQ(series.longest(0, series.size()), plain.longest(0, plain.size()));
    EXPECT_GT(series.revision(), 0U);
}

TEST(LaneSeries, theLongestOfAnyRowsIsFound)
{
    const auto rows = busyRows(9000, 8);
    const LaneSeries series = seriesOf(rows);
    std::mt19937 random(4);
    for (int i = 0; i < 300; ++i) {
        std::size_t first = random() % rows.size(), last = random() % rows.size();
        if (first > last) std::swap(first, last);
        std::size_t longest = last;
        for (std::size_t k = first; k < last; ++k) {
            if (longest == last || rows[k][Step::Compute] > rows[longest][Step::Compute]) longest = k;
        }
        EXPECT_EQ(series.longest(first, last), longest) << first << " " << last;
    }
}

TEST(LaneSeries, aRowTakesNoMoreThan64Bytes)
{
    for (const float compute : {900.0F, 90'000.0F, 3e6F}) {
        const LaneSeries series = seriesOf(busyRows(200'000, 1, compute));
        EXPECT_LT(static_cast<double>(series.bytesHeld()) / 200'000, 64);
    }
}

TEST(LaneSeries, nothingBeforeTheSettledMomentChanges)
{
    const auto rows = busyRows(1000, 2);
    LaneSeries series;
    double settled = 0;
    LaneTimes then;
    for (const Row& row : rows) {
        series.append(row);
        EXPECT_GE(series.settledUntil(), settled);
        EXPECT_EQ(series.workerUntil(settled), then.worker);
        EXPECT_EQ(series.attendantUntil(settled), then.attendant);
        settled = series.settledUntil();
        then = {series.workerUntil(settled), series.attendantUntil(settled)};
    }
    EXPECT_EQ(series.revision(), 0U);
}

TEST(LaneSeries, goesThroughAFileInPieces)
{
    for (const std::size_t count : {1, 16, 40, 4096, 10'001}) {
        const auto rows = busyRows(count, 7);
        const LaneSeries series = seriesOf(rows);
        LaneSeries again;
        const auto pieces = piecesOf(series);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            ASSERT_TRUE(again.appendPiece(pieces[i], series.rowsOf(i), 3).ok());
        }
        expectRows(again, rows);
        EXPECT_EQ(again.workerUntil(5e6), series.workerUntil(5e6));
        EXPECT_EQ(again.longest(0, count), series.longest(0, count));
    }
}

TEST(LaneSeries, piecesThatAreNoRowsAreRefusedAndLeaveTheLaneAsItWas)
{
    const auto rows = busyRows(1024, 7); // one piece
    const LaneSeries series = seriesOf(rows);
    const std::string whole = piecesOf(series).front();
    LaneSeries again;
    EXPECT_FALSE(again.appendPiece("", 0, 3).ok());
    EXPECT_FALSE(again.appendPiece("", 1, 3).ok());
    EXPECT_FALSE(again.appendPiece(whole, 1023, 3).ok());
    EXPECT_FALSE(again.appendPiece(whole, 1025, 3).ok());
    EXPECT_FALSE(again.appendPiece(whole, std::size_t{1} << 60, 3).ok());
    for (const std::size_t size : {0, 1, 5, 6, 7, 100, 20'000}) {
        EXPECT_FALSE(again.appendPiece(std::string_view(whole).substr(0, size), 1024, 3).ok());
    }
    EXPECT_TRUE(again.empty());
    ASSERT_TRUE(again.appendPiece(whole, 1024, 3).ok());
    EXPECT_FALSE(again.appendPiece(whole, 1024, 3).ok()) << "rows before those that are there";
    expectRows(again, rows);
}

TEST(LaneSeries, anyBitThatFlipsIsRefusedOrGivesRowsInOrder)
{
    const LaneSeries series = seriesOf(busyRows(40, 7));
    const std::string whole = piecesOf(series).front();
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::string flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
        LaneSeries again;
        if (!again.appendPiece(flipped, 40, 3).ok()) continue;
        Nanos latest = again.row(0).start;
        for (std::size_t i = 0; i < again.size(); ++i) {
            EXPECT_GE(again.row(i).start, latest);
            latest = again.row(i).start;
            for (const float step : again.row(i).step) EXPECT_TRUE(step >= 0 && step < 3e18F);
        }
        EXPECT_TRUE(std::isfinite(total(again.workerUntil(1e9))));
    }
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The rows of one lane in order of time, packed, with sums that make any stretch of time an exact
// query in O(log n): before every sixteenth row stands what all rows before it come to, the rest is
// added up row by row. Above these blocks stands a tree of their longest rows.

#include "core/base/base.h"
#include "core/telemetry/facts.h"
#include "core/telemetry/paged.h"
#include "core/telemetry/phase_times.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace poolscope {

inline constexpr std::size_t rowsInBlock = 16;

/// What a worker and its attendant had come to at a moment, ns by phase.
struct LaneTimes {
    PhaseTimes worker{};
    PhaseTimes attendant{}; ///< no wait among them
};

/// A copy shares the memory and costs little; it may be read on any thread while its original grows.
/// Reading one is safe from several threads while nothing is appended to it.
class LaneSeries final {
public:
    /// Rows that come out of order are put in their place. Steps are kept as whole ns; all rows are
    /// of the lane of the first.
    void append(const Row& row);

    std::size_t size() const { return m_blocks.size() * rowsInBlock + m_tail.size(); }
    bool empty() const { return size() == 0; }
    Row row(std::size_t index) const; ///< there is one; for many in a row see LaneReader
    double begin() const;             ///< ns since the run began: of the first row, or 0
    double end() const;               ///< of the last row, 0 when there is none

    /// Index of the first row that ends after `t`, or size().
    std::size_t firstEndingAfter(double t) const;
    /// Index of the first row that begins at `t` or later, or size().
    std::size_t firstBeginningAt(double t) const;

    /// ns by phase from the beginning of the lane until `t`; differences are exact stretches.
    PhaseTimes workerUntil(double t) const;
    PhaseTimes attendantUntil(double t) const; ///< no wait among them
    LaneTimes timesUntil(double t) const; ///< both, for less than they cost one by one
    PhaseTimes worker(double from, double to) const { return workerUntil(to) - workerUntil(from); }
    PhaseTimes attendant(double from, double to) const { return attendantUntil(to) - attendantUntil(from); }
    double items(double from, double to) const; ///< items, a chunk's spread evenly over its compute
    double bytesOut(double from, double to) const; ///< spread evenly over the bar of the row
    double bytesBack(double from, double to) const;
    double inFlight(double from, double to) const; ///< mean number of chunks between pickling and unpickled
    /// The row with the longest compute among [first, last), the earliest of equals; `last` where
    /// there is none.
    std::size_t longest(std::size_t first, std::size_t last) const;

    /// Halves the rows by joining neighbours, so that memory stays bounded; sums stay exact. A row
    /// made of several has their counts and steps together. Where `force`, also rows with failures,
    /// gaps between them or very different lengths are joined.
    void fold(bool force);
    std::uint64_t folded() const { return m_folded; } ///< rows that went into others
    /// ns: nothing before it changes by what is appended, as long as revision() is the same.
    double settledUntil() const;
    std::uint64_t revision() const { return m_revision; }
    std::size_t bytesHeld() const; ///< of memory

    /// The rows as bytes for a file, in pieces: piece i holds rowsOf(i) rows.
    std::size_t pieces() const;
    std::size_t rowsOf(std::size_t piece) const;
    std::vector<std::uint8_t> piece(std::size_t piece) const;
    /// Appends a piece as a file had it. An error where it does not hold so many rows, in order of
    /// time and after those that are there; then nothing was appended.
    Result<void> appendPiece(std::string_view bytes, std::size_t rows, std::uint16_t worker);
    void setFolded(std::uint64_t rows) { m_folded = rows; }

private:
    friend class LaneReader;
    struct Sums { ///< of all rows before a moment
        std::array<double, stepCount> step{};
        double items = 0, bytesOut = 0, bytesBack = 0;
        double start = 0, lead = 0; ///< moments added up, for inFlight
    };
    struct Block {
        Sums before;
        std::uint64_t offset = 0; ///< of its bytes in m_bytes
        std::uint32_t size = 0;   ///< of these
        float longest = 0;        ///< compute, ns
    };
    /// A part of each row that runs from a moment of its own: the worker's, the attendant's way out
    /// and way back.
    struct Track;
    static const Track workerTrack, outTrack, backTrack;
    using Begins = Paged<double, 1024>;

    static void add(Sums& sums, const Row& row);
    static PhaseTimes phasesOn(const Track& track, const Sums& sums);
    std::size_t blocks() const { return m_blocks.size() + (m_tail.empty() ? 0 : 1); }
    template <class Use> void each(std::size_t block, Use use) const;
    std::size_t unpack(std::size_t block, std::array<Row, rowsInBlock>& rows) const;
    const Sums& sumsBefore(std::size_t block) const;
    double beginOf(const Track& track, std::size_t block) const;
    template <class Passed> std::size_t blocksThat(Passed passed) const;
    std::size_t blocksBeginningBefore(const Track& track, double t) const;
    bool lastBeginsBefore(const Track& track, std::size_t block, double t) const;
    std::size_t blocksBegunAt(const Track& track, double t) const;
    PhaseTimes until(const Track& track, double t) const;
    double spreadUntil(double t, double Sums::*sum, std::uint32_t Row::*amount, bool overCompute) const;
    double momentsUntil(double t, bool answered) const;

    // growing (lane_growth.cpp)
    void seal();
    std::uint64_t place(const std::uint8_t* bytes, std::size_t size);
    void keepBlock(const std::uint8_t* bytes, std::size_t size, std::span<const Row> rows);
    void insert(const Row& row);
    std::vector<Row> unsealFrom(std::size_t block);
    void adopt(const std::uint8_t* bytes, std::span<const std::size_t> at, std::span<const Row> rows);

    // the tree of the longest (lane_longest.cpp)
    float longestOf(std::size_t level, std::size_t node) const;
    void raiseLongest(float compute);
    void cutLongest();
    std::size_t longestBlock(std::size_t begin, std::size_t end) const;

    Paged<std::uint8_t, 16384> m_bytes; ///< of whole blocks; one that does not fit begins a page
    Paged<Block, 64> m_blocks;
    std::array<Paged<double, 1024>, 3> m_begins; ///< where a block's first row begins on each track
    std::vector<Paged<float, 256>> m_longest; ///< by level: the longest of 16, 256, … blocks
    std::vector<Row> m_tail;                  ///< the rows since the last whole block
    Sums m_packedSums;                        ///< of all in blocks
    Nanos m_latest = std::numeric_limits<Nanos>::min(); ///< start of the last row
    std::uint16_t m_worker = 0;
    std::uint64_t m_folded = 0, m_revision = 0;
};

/// Rows one after the other, each block unpacked once. The series must not change meanwhile.
class LaneReader final {
public:
    explicit LaneReader(const LaneSeries& series) : m_series(series) {}
    const Row& row(std::size_t index); ///< until the next call

private:
    const LaneSeries& m_series;
    std::size_t m_block = static_cast<std::size_t>(-1);
    std::array<Row, rowsInBlock> m_rows;
};

} // namespace poolscope

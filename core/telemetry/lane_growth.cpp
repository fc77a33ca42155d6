// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// How a lane grows: by rows, by pieces from a file, and by rows that come late.
#include "core/telemetry/lane_series.h"
#include "core/telemetry/lane_track.h"
#include "core/telemetry/row_pack.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace poolscope {

namespace {

constexpr std::size_t pageBytes = 16384;
constexpr std::size_t blocksInPiece = 64;
constexpr std::size_t rowsInPiece = blocksInPiece * rowsInBlock;

/// As unpackRows() would give it: what is kept in the open block is what will be read of it later.
Row inWholeNanos(Row row)
{
    constexpr float most = 1e18F;
    for (float& step : row.step) {
        step = step > 0 ? std::min(step, most) : 0;
        if (step < 8388608.0F) step = std::floor(step + 0.5F);
    }
    if (!(std::abs(row.lead) < most)) row.lead = 0;
    if (std::abs(row.lead) < 8388608.0F) row.lead = std::round(row.lead);
    return row;
}

} // namespace

void LaneSeries::append(const Row& row)
{
    if (empty()) m_worker = row.worker;
    if (row.start < m_latest) {
        insert(inWholeNanos(row));
        return;
    }
    m_latest = row.start;
    if (m_tail.empty()) m_tail.reserve(rowsInBlock);
    m_tail.push_back(inWholeNanos(row));
    if (m_tail.size() == rowsInBlock) seal();
}

void LaneSeries::seal()
{
    std::array<std::uint8_t, rowsInBlock * mostRowBytes> bytes;
    const std::size_t size = packRows(m_tail, bytes.data());
    keepBlock(bytes.data(), size, m_tail);
    m_tail.clear();
}

/// A block lies in one page, with the slack that reading it needs behind it: nothing else is ever
/// written there, while another thread may read it.
std::uint64_t LaneSeries::place(const std::uint8_t* bytes, std::size_t size)
{
    const std::size_t inPage = m_bytes.size() % pageBytes;
    if (inPage + size + packSlack > pageBytes) m_bytes.extend(pageBytes - inPage);
    const std::size_t offset = m_bytes.size();
    std::memcpy(m_bytes.extend(size + packSlack), bytes, size);
    return offset;
}

void LaneSeries::keepBlock(const std::uint8_t* bytes, std::size_t size, std::span<const Row> rows)
{
    for (const Track* track : {&workerTrack, &outTrack, &backTrack}) {
        m_begins[track->index].push_back(track->begin(rows.front()));
    }
    Block block{m_packedSums, place(bytes, size), static_cast<std::uint32_t>(size), 0};
    for (const Row& row : rows) {
        add(m_packedSums, row);
        block.longest = std::max(block.longest, row[Step::Compute]);
    }
    m_blocks.push_back(block);
    raiseLongest(block.longest);
}

void LaneSeries::insert(const Row& row)
{
    const auto later = [](Nanos start, const Row& other) { return start < other.start; };
    if (!m_tail.empty() && row.start >= m_tail.front().start) {
        m_tail.insert(std::upper_bound(m_tail.begin(), m_tail.end(), row.start, later), row);
        if (m_tail.size() == rowsInBlock) seal();
        return;
    }
    const std::size_t begun = blocksBegunAt(workerTrack, static_cast<double>(row.start));
    std::vector<Row> rows = unsealFrom(begun > 0 ? begun - 1 : 0);
    rows.insert(std::upper_bound(rows.begin(), rows.end(), row.start, later), row);
    for (const Row& again : rows) append(again);
}

/// Takes the rows from a block on out again.
std::vector<Row> LaneSeries::unsealFrom(std::size_t block)
{
    ++m_revision;
    m_latest = std::numeric_limits<Nanos>::min();
    std::vector<Row> taken;
    for (std::size_t i = block; i < blocks(); ++i) {
        each(i, [&](const Row& row) {
            taken.push_back(row);
            return true;
        });
    }
    m_tail.clear();
    if (block < m_blocks.size()) {
        m_packedSums = Sums(m_blocks[block].before);
        m_bytes.truncate(m_blocks[block].offset);
        m_blocks.truncate(block);
        for (auto& begins : m_begins) begins.truncate(block);
        cutLongest();
    }
    return taken;
}

std::size_t LaneSeries::pieces() const { return (size() + rowsInPiece - 1) / rowsInPiece; }

std::size_t LaneSeries::rowsOf(std::size_t piece) const
{
    return std::min(rowsInPiece, size() - piece * rowsInPiece);
}

std::vector<std::uint8_t> LaneSeries::piece(std::size_t piece) const
{
    std::vector<std::uint8_t> bytes;
    const std::size_t first = piece * blocksInPiece;
    const std::size_t end = std::min(first + blocksInPiece, m_blocks.size());
    for (std::size_t i = first; i < end; ++i) {
        const std::uint8_t* begin = &m_bytes[m_blocks[i].offset];
        bytes.insert(bytes.end(), begin, begin + m_blocks[i].size);
    }
    if (end < first + blocksInPiece && !m_tail.empty()) {
        std::array<std::uint8_t, rowsInBlock * mostRowBytes> last;
        bytes.insert(bytes.end(), last.data(), last.data() + packRows(m_tail, last.data()));
    }
    return bytes;
}

Result<void> LaneSeries::appendPiece(std::string_view bytes, std::size_t rows, std::uint16_t worker)
{
    const Error damaged{"ValueError", "the rows of a lane are damaged", "rows"};
    if (rows == 0 || rows > rowsInPiece) return damaged;
    std::vector<std::uint8_t> padded(bytes.begin(), bytes.end());
    padded.resize(bytes.size() + packSlack);
    std::vector<Row> read(rows);
    std::vector<std::size_t> at;
    const std::uint8_t* next = padded.data();
    const std::uint8_t* const end = next + bytes.size();
    Nanos latest = m_latest;
    for (std::size_t first = 0; first < rows; first += rowsInBlock) {
        at.push_back(static_cast<std::size_t>(next - padded.data()));
        RowUnpacker block(next, static_cast<std::size_t>(end - next), worker);
        for (std::size_t i = first; i < std::min(rows, first + rowsInBlock); ++i) {
            if (!block.read(read[i]) || read[i].start < latest) return damaged;
            latest = read[i].start;
        }
        next = block.at();
    }
    if (next != end) return damaged;
    at.push_back(bytes.size());
    adopt(padded.data(), at, read);
    return {};
}

/// Whole blocks go in as they are where they lie on the grid of sixteen, all else row by row.
void LaneSeries::adopt(const std::uint8_t* bytes, std::span<const std::size_t> at, std::span<const Row> rows)
{
    if (empty()) m_worker = rows.front().worker;
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        const auto block = rows.subspan(i * rowsInBlock, std::min(rowsInBlock, rows.size() - i * rowsInBlock));
        if (m_tail.empty() && block.size() == rowsInBlock) {
            keepBlock(bytes + at[i], at[i + 1] - at[i], block);
        } else {
            for (const Row& row : block) append(row);
        }
        m_latest = block.back().start;
    }
}

} // namespace poolscope

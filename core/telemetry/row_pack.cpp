// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/row_pack.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace poolscope {

namespace {

constexpr std::size_t numbers = 20;
constexpr std::size_t controlBytes = 6;
constexpr std::uint64_t wide = std::uint64_t{1} << 40;
constexpr std::uint64_t hasAttempt = std::uint64_t{1} << 41;
constexpr std::uint64_t hasFailed = std::uint64_t{1} << 42;
constexpr std::uint64_t unknownBits = ~((std::uint64_t{1} << 43) - 1);
constexpr std::uint64_t mostNanos = std::uint64_t{1} << 61; ///< 73 years

enum : std::size_t { StartAt = stepCount, LeadAt, ItemAt, CountAt, OutAt, BackAt };
using Numbers = std::array<std::uint64_t, numbers>;

constexpr std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

constexpr std::int64_t unzigzag(std::uint64_t value)
{
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

/// Whole ns of a step that is measured or computed; what is no number is 0.
std::uint64_t whole(float nanos)
{
    if (!(nanos > 0)) return 0;
    const float most = static_cast<float>(mostNanos / 2);
    return static_cast<std::uint64_t>(std::min(nanos, most) + (nanos < 8388608.0F ? 0.5F : 0.0F));
}

std::int64_t wholeSigned(float nanos)
{
    const auto size = static_cast<std::int64_t>(whole(std::abs(nanos)));
    return nanos < 0 ? -size : size;
}

/// Where the numbers of the next row are counted from.
struct Before {
    std::int64_t end = 0;
    std::int64_t item = 0;
};

Before after(const Row& row, const Numbers& written)
{
    std::uint64_t duration = 0;
    for (std::size_t i = 0; i < workerSteps; ++i) duration += written[i];
    return {row.start + static_cast<std::int64_t>(duration), std::int64_t{row.item} + row.count};
}

Numbers numbersOf(const Row& row, const Before& before)
{
    Numbers all;
    for (std::size_t i = 0; i < stepCount; ++i) all[i] = whole(row.step[i]);
    all[StartAt] = zigzag(row.start - before.end);
    all[LeadAt] = zigzag(wholeSigned(row.lead));
    all[ItemAt] = zigzag(std::int64_t{row.item} - before.item);
    all[CountAt] = row.count;
    all[OutAt] = row.bytesOut;
    all[BackAt] = row.bytesBack;
    return all;
}

std::uint8_t* writeRow(const Row& row, const Numbers& all, std::uint8_t* out)
{
    std::uint64_t most = 0;
    for (const std::uint64_t number : all) most |= number;
    const std::size_t longest = most >> 32 ? 8 : 4;
    std::uint64_t control = (most >> 32 ? wide : 0) | (row.attempt ? hasAttempt : 0) | (row.failed ? hasFailed : 0);
    std::uint8_t* at = out + controlBytes;
    for (std::size_t i = 0; i < numbers; ++i) {
        const std::uint64_t number = all[i];
        const std::uint64_t code = number == 0 ? 0 : number < 0x100 ? 1 : number < 0x10000 ? 2 : 3;
        control |= code << (2 * i);
        std::memcpy(at, &number, sizeof number);
        at += code == 3 ? longest : code;
    }
    if (row.attempt) *at++ = row.attempt;
    if (row.failed) *at++ = row.failed;
    std::memcpy(out, &control, controlBytes);
    return at;
}

/// Where the four numbers that one byte of control speaks of lie, where 3 means `longest` bytes.
struct Four {
    std::array<std::uint8_t, 4> at{};
    std::uint8_t length = 0;
};

template <std::uint8_t longest>
constexpr std::array<Four, 256> fours()
{
    constexpr std::array<std::uint8_t, 4> one = {0, 1, 2, longest};
    std::array<Four, 256> table{};
    for (std::size_t control = 0; control < table.size(); ++control) {
        Four& four = table[control];
        for (std::size_t i = 0; i < 4; ++i) {
            four.at[i] = four.length;
            four.length = static_cast<std::uint8_t>(four.length + one[control >> (2 * i) & 3]);
        }
    }
    return table;
}

const std::array<Four, 256>& foursOf(std::uint64_t control)
{
    static constexpr auto usual = fours<4>();
    static constexpr auto large = fours<8>();
    return control & wide ? large : usual;
}

std::size_t lengthOf(std::uint64_t control)
{
    const auto& table = foursOf(control);
    std::size_t length = controlBytes + (control & hasAttempt ? 1 : 0) + (control & hasFailed ? 1 : 0);
    for (std::size_t i = 0; i < numbers / 4; ++i) length += table[control >> (8 * i) & 0xFF].length;
    return length;
}

/// Reads the numbers, four at a time so that none waits for the one before; false where one is more
/// than it can be.
bool readNumbers(std::uint64_t control, const std::uint8_t*& at, Numbers& all)
{
    static constexpr std::array<std::uint64_t, 4> usualMask = {0, 0xFF, 0xFFFF, 0xFFFFFFFF};
    static constexpr std::array<std::uint64_t, 4> largeMask = {0, 0xFF, 0xFFFF, ~std::uint64_t{0}};
    const auto& mask = control & wide ? largeMask : usualMask;
    const auto& table = foursOf(control);
    std::uint64_t most = 0;
    for (std::size_t i = 0; i < numbers; i += 4) {
        const std::size_t codes = control >> (2 * i) & 0xFF;
        const Four& four = table[codes];
        for (std::size_t k = 0; k < 4; ++k) {
            std::uint64_t number;
            std::memcpy(&number, at + four.at[k], sizeof number);
            all[i + k] = number & mask[codes >> (2 * k) & 3];
            most |= all[i + k];
        }
        at += four.length;
    }
    return most < mostNanos;
}

bool fill(Row& row, const Numbers& all, Before& before)
{
    constexpr std::int64_t mostCount = std::numeric_limits<std::uint32_t>::max();
    const std::int64_t start = before.end + unzigzag(all[StartAt]);
    const std::int64_t item = before.item + unzigzag(all[ItemAt]);
    const std::uint64_t counts = all[CountAt] | all[OutAt] | all[BackAt];
    const auto latest = static_cast<std::int64_t>(mostNanos);
    if (item < 0 || item > mostCount || counts >> 32 || start < -latest || start > latest) return false;
    row.start = start;
    std::uint64_t duration = 0;
    for (std::size_t i = 0; i < stepCount; ++i) {
        row.step[i] = static_cast<float>(static_cast<std::int64_t>(all[i]));
        if (i < workerSteps) duration += all[i];
    }
    if (duration > mostNanos) return false;
    row.lead = static_cast<float>(unzigzag(all[LeadAt]));
    row.item = static_cast<std::uint32_t>(item);
    row.count = static_cast<std::uint32_t>(all[CountAt]);
    row.bytesOut = static_cast<std::uint32_t>(all[OutAt]);
    row.bytesBack = static_cast<std::uint32_t>(all[BackAt]);
    before = {start + static_cast<std::int64_t>(duration), item + row.count};
    return true;
}

} // namespace

std::size_t packRows(std::span<const Row> rows, std::uint8_t* out)
{
    Before before;
    std::uint8_t* at = out;
    for (const Row& row : rows) {
        const Numbers all = numbersOf(row, before);
        at = writeRow(row, all, at);
        before = after(row, all);
    }
    return static_cast<std::size_t>(at - out);
}

bool RowUnpacker::read(Row& row)
{
    const auto left = static_cast<std::size_t>(m_end - m_at);
    if (left < controlBytes) return false;
    std::uint64_t control = 0;
    std::memcpy(&control, m_at, controlBytes);
    if ((control & unknownBits) || lengthOf(control) > left) return false;
    m_at += controlBytes;
    Numbers all;
    Before before{m_endBefore, m_itemBefore};
    if (!readNumbers(control, m_at, all) || !fill(row, all, before)) return false;
    m_endBefore = before.end;
    m_itemBefore = before.item;
    row.worker = m_worker;
    row.attempt = control & hasAttempt ? *m_at++ : 0;
    row.failed = control & hasFailed ? *m_at++ : 0;
    return true;
}

} // namespace poolscope

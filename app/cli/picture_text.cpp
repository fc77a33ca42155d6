// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/picture_text.h"

#include "app/cli/text_width.h"
#include "core/insight/insight.h"

#include <algorithm>
#include <cmath>

namespace poolscope {
namespace {

constexpr std::size_t bytesWidth = 11;    // of a number, right-aligned
constexpr std::size_t shareWidth = 7;     // "  100 %"
constexpr std::size_t barWidth = 10;      // characters, behind two blanks
constexpr std::size_t longBar = 40;       // of the uses
constexpr std::size_t fewestForText = 16; // however deep

/// As many eighths of a character as the share is, at least one for what is there.
std::string bar(double share, std::size_t width)
{
    constexpr const char* eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const auto wanted =
        static_cast<std::size_t>(std::lround(share * 8 * static_cast<double>(width)));
    const std::size_t filled = std::max(wanted, std::size_t{share > 0 ? 1u : 0u});
    std::string text;
    for (std::size_t i = 0; i < filled / 8; ++i) {
        text += "█";
    }
    return text + eighths[filled % 8];
}

std::string right(const std::string& text, std::size_t width)
{
    const std::size_t own = widthOf(text);
    return std::string(own < width ? width - own : 0, ' ') + text;
}

std::string left(const std::string& text, std::size_t width)
{
    const std::size_t own = widthOf(text);
    return text + std::string(own < width ? width - own : 0, ' ');
}

std::string counted(std::size_t count, const char* one, const char* many)
{
    return countText(count) + (count == 1 ? one : many);
}

/// At most so many characters, the last "…" where that is not all.
std::string cut(const std::string& text, std::size_t width)
{
    if (widthOf(text) <= width) {
        return text;
    }
    std::size_t end = 0;
    for (std::size_t shown = 0; end < text.size(); ++end) {
        const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
        if (begins && ++shown == width) {
            break;
        }
    }
    return text.substr(0, end) + "…";
}

std::string shareText(double share)
{
    const auto percent = std::lround(100 * share);
    const bool little = percent == 0 && share > 0;
    return (little ? "<1" : std::to_string(percent)) + "\u00a0%";
}

std::string headline(const Anatomy& anatomy)
{
    const auto uses = anatomy.bytesByUse();
    const std::size_t values = uses[static_cast<std::size_t>(ByteUse::Values)];
    const std::size_t frames = anatomy.frames();
    return counted(anatomy.parts()[0].bytes, " byte", " bytes") + " to carry " +
           counted(values, " byte", " bytes") + " of values\n" + "protocol " +
           std::to_string(anatomy.protocol()) + ", " + counted(frames, " frame", " frames") + ", " +
           countText(anatomy.memoized()) + " in the memo, " +
           counted(anatomy.opcodes().size(), " opcode", " opcodes") + "\n";
}

std::string usesText(const Anatomy& anatomy)
{
    const auto uses = anatomy.bytesByUse();
    const std::vector<int> shares = wholeShares(std::vector<double>(uses.begin(), uses.end()));
    std::string text;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const double share =
            static_cast<double>(uses[i]) /
            static_cast<double>(std::max(anatomy.parts()[0].bytes, std::size_t{1}));
        const std::string line = left(std::string(nameOf(static_cast<ByteUse>(i))), 9) +
                                 right(countText(uses[i]) + "\u00a0B", bytesWidth + 2) +
                                 right(std::to_string(shares[i]) + "\u00a0%", shareWidth) + "  " +
                                 bar(share, longBar);
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

/// The tree, a line a part, walked with a list of what is still to come.
class TreeText final {
public:
    TreeText(const Anatomy& anatomy, std::size_t columns)
        : m_parts(anatomy.parts()), m_width(columns - bytesWidth - shareWidth - 2 - barWidth)
    {}

    std::string take()
    {
        m_text = right("bytes", m_width + bytesWidth) + right("share", shareWidth) + "\n";
        m_steps.push_back({0, "", "", ""});
        while (!m_steps.empty()) {
            const Step step = std::move(m_steps.back());
            m_steps.pop_back();
            add(step);
        }
        return std::move(m_text);
    }

private:
    struct Step {
        std::uint32_t part;
        std::string stem;   // of the lines above it
        std::string branch; // its own
        std::string below;  // what its children's stems add
    };

    void add(const Step& step)
    {
        const PicklePart& part = m_parts[step.part];
        const std::string space = part.label.empty() ? "" : " ";
        const std::string branches = shortened(step.stem + step.branch);
        const std::size_t room = m_width - std::min(m_width, widthOf(branches));
        m_text += left(branches + cut(part.label + space + part.text, room), m_width);
        addFigures(part.bytes);
        for (std::size_t i = part.children.size(); i-- > 0;) {
            const bool isLast = i + 1 == part.children.size();
            m_steps.push_back({part.children[i], step.stem + step.below, isLast ? "└─ " : "├─ ",
                               isLast ? "   " : "│  "});
        }
    }

    void addFigures(std::size_t bytes)
    {
        const double whole = static_cast<double>(std::max(m_parts[0].bytes, std::size_t{1}));
        const double share = static_cast<double>(bytes) / whole;
        m_text += right(countText(bytes), bytesWidth) + right(shareText(share), shareWidth) + "  " +
                  bar(share, barWidth) + "\n";
    }

    /// Deep down only the end of the branches is shown, so that there is room for what hangs there.
    std::string shortened(const std::string& branches) const
    {
        const std::size_t room = m_width - std::min(m_width, fewestForText);
        std::size_t width = widthOf(branches);
        if (width <= room) {
            return branches;
        }
        std::size_t from = 0;
        for (; from < branches.size() && width + 2 > room; ++from) {
            width -= (static_cast<unsigned char>(branches[from]) & 0xC0) != 0x80 ? 1 : 0;
        }
        while (from < branches.size() &&
               (static_cast<unsigned char>(branches[from]) & 0xC0) == 0x80) {
            ++from;
        }
        return "⋯ " + branches.substr(from);
    }

    const std::vector<PicklePart>& m_parts;
    const std::size_t m_width; // of branches and text
    std::string m_text;
    std::vector<Step> m_steps; // last first
};

} // namespace

std::string_view nameOf(ByteUse use)
{
    switch (use) {
    case ByteUse::Values: return "values";
    case ByteUse::Names: return "names";
    case ByteUse::Memo: return "memo";
    case ByteUse::Structure: return "structure";
    case ByteUse::Framing: return "framing";
    }
    return {};
}

std::string pictureText(const Anatomy& anatomy, std::size_t columns)
{
    return headline(anatomy) + "\n" + usesText(anatomy) + "\n" + TreeText(anatomy, columns).take();
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/message_words.h"

#include "ui/models/spoken.h"

#include "core/insight/insight.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

constexpr std::uint64_t largestChunk = 4096;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MessageWords)
};

/// The part at the end of these labels, or none.
const PicklePart* partAt(const std::vector<PicklePart>& parts, std::initializer_list<const char*> labels)
{
    const PicklePart* part = &parts[0];
    for (const char* label : labels) {
        const auto found = std::find_if(part->children.begin(), part->children.end(), [&](auto child) {
            return parts[child].label == label;
        });
        if (found == part->children.end()) return nullptr;
        part = &parts[*found];
    }
    return part;
}

/// The last opcodes of a short tuple, which is no tree of its own: those that make and remember it.
std::size_t bytesOfEnd(const Anatomy& anatomy, const PicklePart& part)
{
    const auto& opcodes = anatomy.opcodes();
    auto last = std::partition_point(opcodes.begin(), opcodes.end(),
                                     [&](const OpcodeAt& opcode) { return opcode.offset < part.end; });
    std::size_t bytes = 0;
    for (const ByteUse use : {ByteUse::Memo, ByteUse::Structure}) {
        if (last == opcodes.begin() || std::prev(last)->offset < part.begin) break;
        if (std::prev(last)->use == use) bytes += (--last)->size;
    }
    return bytes;
}

/// What a tuple or list takes however many there are in it: the part "the tuple itself".
std::size_t bytesOfItself(const Anatomy& anatomy, const PicklePart& part)
{
    if (part.children.empty()) return bytesOfEnd(anatomy, part);
    const PicklePart& last = anatomy.parts()[part.children.back()];
    const bool itself = last.label.empty() && std::string_view(last.text).ends_with(" itself");
    return itself ? last.bytes : 0;
}

/// Bytes an item with two digits where they matter.
QString perItemText(double bytes)
{
    return bytes < 10 ? decimalText(bytes, 1)
                      : countOf(static_cast<std::size_t>(std::lround(bytes)));
}

QString sharedByChunks(const QString& what, const MessageCost& cost, std::uint32_t count, std::uint64_t mostChunk)
{
    const std::uint64_t chunk = std::min(chunkThatShares(cost), mostChunk);
    if (chunk < 2 * std::uint64_t{count}) return what + Words::tr(".");
    const double now = cost.fixed / count + cost.perItem;
    const double then = cost.fixed / static_cast<double>(chunk) + cost.perItem;
    return what + Words::tr(": chunks of %1 would share them, about %2 bytes an item instead of %3.")
                      .arg(countOf(chunk), perItemText(then), perItemText(now));
}

} // namespace

MessageShares sharesOf(const Anatomy& anatomy)
{
    MessageShares shares;
    shares.bytes = anatomy.bytesByUse();
    std::vector<double> parts;
    for (const std::size_t bytes : shares.bytes) {
        shares.total += bytes;
        parts.push_back(static_cast<double>(bytes));
    }
    const auto whole = wholeShares(parts);
    std::copy(whole.begin(), whole.end(), shares.percent.begin());
    return shares;
}

QString nameOfUse(ByteUse use)
{
    switch (use) {
    case ByteUse::Values: return Words::tr("values");
    case ByteUse::Names: return Words::tr("names");
    case ByteUse::Memo: return Words::tr("memo");
    case ByteUse::Structure: return Words::tr("structure");
    case ByteUse::Framing: break;
    }
    return Words::tr("framing");
}

QString helpOfUse(ByteUse use)
{
    switch (use) {
    case ByteUse::Values: return Words::tr("Numbers, text, bytes, None, True and False.");
    case ByteUse::Names: return Words::tr("The names of modules, classes, functions and attributes, and what looks them up.");
    case ByteUse::Memo: return Words::tr("One number for each object that could come again, and the references to them.");
    case ByteUse::Structure: return Words::tr("What makes tuples, lists, dicts and objects of what lies on the stack.");
    case ByteUse::Framing: break;
    }
    return Words::tr("The protocol, the length of each frame, and the end.");
}

QString bytesWords(std::size_t bytes)
{
    return bytes == 1 ? Words::tr("1 byte") : Words::tr("%1 bytes").arg(countOf(bytes));
}

QString factsOf(const Anatomy& anatomy)
{
    const std::size_t frames = anatomy.frames();
    const QString framed = frames == 1 ? Words::tr("1 frame") : Words::tr("%1 frames").arg(countOf(frames));
    return Words::tr("protocol %1, %2, %3 in the memo")
        .arg(QString::number(anatomy.protocol()), framed, countOf(anatomy.memoized()));
}

QString placeOf(const Anatomy& anatomy, std::uint32_t part)
{
    const PicklePart& here = anatomy.parts()[part];
    const auto total = static_cast<double>(std::max<std::size_t>(1, anatomy.parts()[0].bytes));
    const double percent = 100 * static_cast<double>(here.bytes) / total;
    const QString share = percent > 0 && percent < 1 ? Words::tr("under 1 %") : Words::tr("%1 %").arg(std::lround(percent));
    const QString size = countOf(here.bytes);
    if (here.bytes != here.end - here.begin) return Words::tr("%1 B in several places, %2").arg(size, share);
    return Words::tr("%1 to %2, %3 B, %4").arg(countOf(here.begin), countOf(here.end == 0 ? 0 : here.end - 1), size, share);
}

QString tasksOf(const PayloadHead& head)
{
    if (head.count == 1) return Words::tr("Task %1").arg(countOf(head.first));
    return Words::tr("Tasks %1 to %2").arg(countOf(head.first), countOf(head.first + head.count - 1));
}

MessageCost costOf(const Anatomy& anatomy, const PayloadHead& head)
{
    const auto& parts = anatomy.parts();
    const PicklePart* items = head.way == Way::Out ? partAt(parts, {"[3]", "[0]", "[1]"}) : partAt(parts, {"[2]", "[1]"});
    if (items == nullptr || head.count == 0) return {};
    const auto carried = static_cast<double>(items->bytes - bytesOfItself(anatomy, *items));
    return {static_cast<double>(parts[0].bytes) - carried, carried / head.count, true};
}

std::uint64_t chunkThatShares(const MessageCost& cost)
{
    std::uint64_t chunk = 1;
    while (chunk < largestChunk && cost.fixed > 0.25 * (cost.fixed + cost.perItem * static_cast<double>(chunk))) {
        chunk *= 2;
    }
    return chunk;
}

QString adviceOn(const MessageModel& message, std::uint64_t mostChunk)
{
    const Anatomy& anatomy = *message.anatomy();
    const PayloadHead& head = message.payload()->head;
    const MessageShares shares = sharesOf(anatomy);
    const MessageCost cost = costOf(anatomy, head);
    const auto of = [&](ByteUse use) { return static_cast<double>(shares.bytes[static_cast<std::size_t>(use)]); };
    const auto total = static_cast<double>(shares.total);
    if (cost.known && cost.fixed > 0.4 * total) {
        const bool names = of(ByteUse::Names) > 0.4 * cost.fixed;
        const QString what = head.way == Way::Back ? Words::tr("What goes around the values is paid for in every message")
                             : names ? Words::tr("The names of modules, classes and methods are paid for in every message")
                                     : Words::tr("The function and what it is bound to are paid for in every message");
        return sharedByChunks(what, cost, head.count, mostChunk);
    }
    if (of(ByteUse::Values) > 0.75 * total) {
        return Words::tr("Most of it is values: only sending less of them makes this message smaller.");
    }
    if (of(ByteUse::Structure) + of(ByteUse::Memo) > 0.5 * total) {
        return Words::tr("Much of it makes and remembers many small objects: the same values in fewer, larger ones travel "
                   "lighter.");
    }
    return Words::tr("No one thing makes this message large.");
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is said of a message in words: what its bytes are for, and what would make it smaller.

#include "ui/models/message_model.h"

#include <QString>

namespace poolscope {

/// How many bytes are there for each use; whole percent by largest remainder.
struct MessageShares {
    std::array<std::size_t, byteUseCount> bytes{};
    std::array<int, byteUseCount> percent{};
    std::size_t total = 0;
};
MessageShares sharesOf(const Anatomy& anatomy);

QString nameOfUse(ByteUse use);  ///< "values"
QString helpOfUse(ByteUse use);  ///< one sentence
QString bytesWords(std::size_t bytes); ///< "1 byte", "1 361 bytes"

/// "protocol 5, 1 frame, 20 in the memo"
QString factsOf(const Anatomy& anatomy);
/// "75 to 107, 33 B, 25 %": where the part is; "12 B in several places, 9 %" where others lie between.
QString placeOf(const Anatomy& anatomy, std::uint32_t part);
/// One sentence on what could be done, where the numbers carry one; otherwise what the bytes are.
/// `mostChunk`: a chunk that leaves no worker without one.
QString adviceOn(const MessageModel& message, std::uint64_t mostChunk);
/// "Task 4 711", "Tasks 256 to 511".
QString tasksOf(const PayloadHead& head);

/// What a message costs whatever it carries, and what each of its items adds to that.
struct MessageCost {
    double fixed = 0;   ///< bytes
    double perItem = 0; ///< bytes
    bool known = false; ///< false where the message is none of multiprocessing's
};
MessageCost costOf(const Anatomy& anatomy, const PayloadHead& head);
/// The smallest power of two of items among which `fixed` is shared so that it is a quarter of the
/// message or less.
std::uint64_t chunkThatShares(const MessageCost& cost);

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/task_values.h"

#include "ui/models/spoken.h"

#include "core/insight/insight.h"
#include "core/pickle/pickle.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t mostRead = 1 << 18; // bytes of a message, for one line of it
constexpr std::size_t mostShown = 400;    // characters of a value
constexpr qsizetype mostGrouped = 15;     // digits
constexpr std::size_t mostCounted = 4096; // bytes of a whole number whose digits are counted

struct TaskValueTerms {
    Q_DECLARE_TR_FUNCTIONS(TaskValues)
};

/// The latest of the messages that went this way.
const Payload* latest(const KeptMessages& messages, Way way)
{
    const Payload* best = nullptr;
    for (const auto& message : messages) {
        if (message->head.way == way && (best == nullptr || message->order > best->order))
            best = message.get();
    }
    return best != nullptr && best->bytes.size() <= mostRead ? best : nullptr;
}

bool isOf(Value value, Kind kind, std::size_t size)
{
    return value.valid() && value.kind() == kind && value.size() >= size;
}

/// (job, i, mapstar, ((function, (items…)),), {})
Value argumentOf(Value message, std::size_t place)
{
    if (!isOf(message, Kind::Tuple, 4) || !isOf(message[3], Kind::Tuple, 1)) return {};
    const Value call = message[3][0];
    if (!isOf(call, Kind::Tuple, 2) || !isOf(call[1], Kind::Tuple, place + 1)) return {};
    return call[1][place];
}

/// (job, i, (True, [values])) or (job, i, (False, poolscope.ChunkOutcomes([(True, value)…])))
Value resultOf(Value message, std::size_t place)
{
    if (!isOf(message, Kind::Tuple, 3) || !isOf(message[2], Kind::Tuple, 2)) return {};
    const Value outcome = message[2];
    if (outcome[0].kind() != Kind::Bool) return {};
    if (outcome[0].boolean())
        return isOf(outcome[1], Kind::List, place + 1) ? outcome[1][place] : Value();
    if (outcome[1].kind() != Kind::Object || !isOf(outcome[1].arguments(), Kind::Tuple, 1))
        return {};
    const Value list = outcome[1].arguments()[0];
    if (!isOf(list, Kind::List, place + 1) || !isOf(list[place], Kind::Tuple, 2)) return {};
    const Value one = list[place];
    return one[0].kind() == Kind::Bool && one[0].boolean() ? one[1] : Value();
}

QString lengthOf(Value value)
{
    switch (value.kind()) {
    case Kind::Str: return TaskValueTerms::tr("%1 bytes of UTF-8").arg(countOf(value.text().size()));
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::OutOfBand: return TaskValueTerms::tr("%1 bytes").arg(countOf(value.text().size()));
    case Kind::List:
    case Kind::Tuple:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::Dict: return TaskValueTerms::tr("%1 items").arg(countOf(value.size()));
    default: return {};
    }
}

ShownValue shownOf(Value value)
{
    ShownValue told = shownValue(QString::fromStdString(repr(value, mostShown)));
    if (value.kind() == Kind::BigInt) {
        const Integer number = value.integer();
        const std::string digits = repr(value, mostCounted);
        const bool whole = digits.find_first_not_of("-0123456789") == std::string::npos;
        if (whole)
            told.note =
                TaskValueTerms::tr("%1 digits").arg(countOf(digits.size() - (digits[0] == '-' ? 1 : 0)));
    } else if (told.note.isEmpty() && told.text.size() > 24) {
        told.note = lengthOf(value);
    }
    return told;
}

std::optional<ShownValue> readIn(const KeptMessages& messages, std::uint64_t item, Way way)
{
    const Payload* const message = latest(messages, way);
    if (message == nullptr || item < message->head.first) return {};
    Document document;
    PickleLimits limits;
    limits.symbols = true;
    const auto read = readPickle(message->bytes, document, limits);
    if (!read) return {};
    const auto place = static_cast<std::size_t>(item - message->head.first);
    const Value value = way == Way::Out ? argumentOf(*read, place) : resultOf(*read, place);
    return value.valid() ? std::optional(shownOf(value)) : std::nullopt;
}

QString grouped(const QString& digits)
{
    QString text = digits;
    for (qsizetype at = text.size() - 3; at > 0; at -= 3) text.insert(at, QChar(0x202f));
    return text;
}

} // namespace

ShownValue shownValue(const QString& repr)
{
    static const QRegularExpression whole(QStringLiteral("^(-?)([0-9]+)$"));
    const auto match = whole.match(repr);
    if (!match.hasMatch()) return {repr, {}};
    const QString digits = match.captured(2);
    if (digits.size() > mostGrouped) {
        return {repr, TaskValueTerms::tr("%1 digits").arg(countOf(static_cast<std::size_t>(digits.size())))};
    }
    return {match.captured(1) + grouped(digits), {}};
}

std::optional<ShownValue> argumentIn(const KeptMessages& messages, std::uint64_t item)
{
    return readIn(messages, item, Way::Out);
}

std::optional<ShownValue> resultIn(const KeptMessages& messages, std::uint64_t item)
{
    return readIn(messages, item, Way::Back);
}

ArgumentNames argumentNames(const QString& title)
{
    // A name of one letter is what an item is called; a longer word may be a file.
    static const QRegularExpression call(
        QStringLiteral("^[^()]*(?:\\(([^()]*)\\)[^()]*)?\\(([a-z])(?:, *([^()]*))?\\)$"));
    const auto match = call.match(title);
    if (!match.hasMatch()) return {};
    QString fixed = match.captured(match.captured(1).isEmpty() ? 3 : 1);
    fixed.replace(QLatin1Char('='), QLatin1String(" = "));
    return {match.captured(2), fixed};
}

} // namespace poolscope

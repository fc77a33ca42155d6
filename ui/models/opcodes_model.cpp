// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/opcodes_model.h"

namespace poolscope {

namespace {

constexpr std::uint8_t memoize = 0x94; ///< has no argument: its number is the next one

} // namespace

QString hexOf(std::string_view bytes, std::size_t limit)
{
    const auto shown = bytes.substr(0, limit);
    const QByteArray raw(shown.data(), static_cast<qsizetype>(shown.size()));
    QString text = QString::fromLatin1(raw.toHex(' '));
    return bytes.size() > limit ? text + QStringLiteral(" …") : text;
}

OpcodesModel::OpcodesModel(MessageModel& message, QObject* parent) : QAbstractTableModel(parent), m_message(message)
{
    connect(&message, &MessageModel::loaded, this, [this] {
        beginResetModel();
        m_rows = m_message.anatomy() != nullptr ? static_cast<int>(m_message.anatomy()->opcodes().size()) : 0;
        endResetModel();
    });
    connect(&message, &MessageModel::selected, this, [this] {
        if (m_rows > 0) emit dataChanged(index(0, 0), index(m_rows - 1, columnsOf - 1), {CurrentRole, InPartRole});
    });
}

int OpcodesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int OpcodesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnsOf;
}

QString OpcodesModel::text(std::size_t opcode, int column) const
{
    const OpcodeAt& at = m_message.anatomy()->opcodes()[opcode];
    switch (column) {
    case Offset: return QString::number(at.offset);
    case Bytes: return hexOf(m_message.bytes().substr(at.offset, at.size), bytesShown);
    case Name: {
        const auto name = opcodeName(at.code);
        return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    }
    default:
        if (at.code == memoize) return tr("as %1").arg(m_message.anatomy()->before(opcode, 0).memoSize);
        return QString::fromStdString(m_message.anatomy()->argument(opcode));
    }
}

QVariant OpcodesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto opcode = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(opcode, index.column());
    case CurrentRole: return opcode == m_message.opcode();
    case InPartRole: return m_message.inPart(opcode);
    default: return {};
    }
}

QVariant OpcodesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Offset: return tr("offset");
    case Bytes: return tr("bytes");
    case Name: return tr("opcode");
    default: return tr("argument");
    }
}

} // namespace poolscope

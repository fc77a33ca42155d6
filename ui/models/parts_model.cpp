// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/parts_model.h"

#include "ui/models/spoken.h"

#include "core/insight/insight.h"

#include <algorithm>
#include <iterator>

namespace poolscope {

namespace {

/// What core calls parts of a message, and no value in it, told to the translators here.
const char* const partWords[] = {
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "class"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "function"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "argument"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "arguments"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "keywords"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "state"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "key"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "name"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "set aside"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "left on the stack"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "the tuple itself"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "the list itself"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "the dict itself"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "the set itself"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "the call itself"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "new object"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "the reference itself"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "the value itself"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "frame and protocol"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "protocol"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "stop"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "task tuple"),
    QT_TRANSLATE_NOOP("poolscope::PartsModel", "result tuple"),
};

QString worded(const std::string& text)
{
    const auto found = std::find(std::begin(partWords), std::end(partWords), text);
    return found == std::end(partWords) ? QString::fromStdString(text) : PartsModel::tr(*found);
}

} // namespace

PartsModel::PartsModel(MessageModel& message, QObject* parent) : QAbstractItemModel(parent), m_message(message)
{
    connect(&message, &MessageModel::loaded, this, &PartsModel::load);
    connect(&message, &MessageModel::selected, this, [this] {
        if (!m_rows.empty()) emit dataChanged(index(0, 0), index(0, columnsOf - 1), {InPartRole});
    });
}

void PartsModel::load()
{
    beginResetModel();
    m_rows.clear();
    if (m_message.anatomy() != nullptr) {
        m_rows.resize(parts().size());
        for (const PicklePart& part : parts()) {
            int row = 0;
            for (const std::uint32_t child : part.children) m_rows[child] = row++;
        }
    }
    endResetModel();
}

QModelIndex PartsModel::indexOf(std::uint32_t part) const
{
    return part < m_rows.size() ? createIndex(m_rows[part], 0, quintptr{part}) : QModelIndex();
}

QModelIndex PartsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) return {};
    const std::uint32_t part = parent.isValid() ? parts()[partOf(parent)].children[static_cast<std::size_t>(row)] : 0;
    return createIndex(row, column, quintptr{part});
}

QModelIndex PartsModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || partOf(index) == 0) return {};
    return indexOf(parts()[partOf(index)].parent);
}

int PartsModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) return m_rows.empty() ? 0 : 1;
    return parent.column() == 0 ? static_cast<int>(parts()[partOf(parent)].children.size()) : 0;
}

int PartsModel::columnCount(const QModelIndex&) const
{
    return columnsOf;
}

bool PartsModel::isIn(std::uint32_t part) const
{
    while (part > m_message.part()) {
        part = parts()[part].parent;
    }
    return part == m_message.part();
}

QVariant PartsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const PicklePart& part = parts()[partOf(index)];
    const QString label = worded(part.label);
    const QString text = part.label.empty() ? worded(part.text) : QString::fromStdString(part.text);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (index.column() == Bytes) return countOf(part.bytes);
        return label.isEmpty() ? text : label + QLatin1Char(' ') + text;
    case LabelRole: return label;
    case TextRole: return text;
    case BytesRole: return static_cast<qulonglong>(part.bytes);
    case ShareRole:
        return static_cast<double>(part.bytes) / static_cast<double>(std::max<std::size_t>(1, parts()[0].bytes));
    case InPartRole: return isIn(partOf(index));
    default: return {};
    }
}

QVariant PartsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Object ? tr("Object") : tr("bytes");
}

} // namespace poolscope

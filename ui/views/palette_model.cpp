// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/palette_model.h"

#include <algorithm>

namespace poolscope {

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    sort();
    endResetModel();
}

void PaletteModel::setTyped(const QString& typed)
{
    beginResetModel();
    m_typed = typed;
    sort();
    endResetModel();
}

void PaletteModel::noteUse(const QString& id)
{
    m_recent.removeAll(id);
    m_recent.prepend(id);
    m_recent = m_recent.mid(0, mostRecent);
}

void PaletteModel::sort()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        auto match = fuzzyMatch(m_typed, m_entries[i].text);
        if (!match) continue;
        const qsizetype used = m_recent.indexOf(m_entries[i].id);
        const qsizetype told = mostRecent + static_cast<qsizetype>(i);
        const bool off = !m_entries[i].whyNot.isEmpty(); // behind what can be done
        const qsizetype rank = off ? told + static_cast<qsizetype>(m_entries.size()) : used >= 0 ? used : told;
        m_shown.push_back({i, std::move(*match), rank});
    }
    std::stable_sort(m_shown.begin(), m_shown.end(), [](const Shown& a, const Shown& b) {
        return a.match.score != b.match.score ? a.match.score > b.match.score : a.rank < b.rank;
    });
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const PaletteEntry& here = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return here.text;
    case Qt::DecorationRole: return here.icon;
    case Qt::AccessibleTextRole: {
        QStringList words{here.text, here.keys, here.whyNot.isEmpty() ? here.help : here.whyNot};
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    case HelpRole: return here.help;
    case KeysRole: return here.keys;
    case WhyNotRole: return here.whyNot;
    case LettersRole: return QVariant::fromValue(m_shown[static_cast<std::size_t>(index.row())].match.at);
    case CheckedRole: return here.checked;
    default: return {};
    }
}

} // namespace poolscope

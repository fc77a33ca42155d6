// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the command palette lists: commands that fit what was typed, the best first; with nothing
// typed those that were used last, then all in the order in which they are told.

#include "ui/views/fuzzy.h"

#include <QAbstractListModel>
#include <QIcon>
#include <QStringList>

#include <functional>
#include <vector>

namespace poolscope {

/// One thing that can be done.
struct PaletteEntry {
    QString id;     ///< by which it is remembered
    QString text;   ///< "Fit the run"
    QString help;   ///< one sentence
    QString keys;   ///< "F", or empty
    QString whyNot; ///< why it cannot be done now; empty: it can
    QIcon icon;
    bool checked = false;
    std::function<void()> act;
};

class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { HelpRole = Qt::UserRole + 1, KeysRole, WhyNotRole, LettersRole, CheckedRole };
    static constexpr qsizetype mostRecent = 8;

    explicit PaletteModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setEntries(std::vector<PaletteEntry> entries);
    void setTyped(const QString& typed);
    const PaletteEntry& entry(int row) const { return m_entries[m_shown[static_cast<std::size_t>(row)].entry]; }
    /// The ids of what was used, the last first.
    const QStringList& recent() const { return m_recent; }
    void setRecent(const QStringList& ids) { m_recent = ids.mid(0, mostRecent); }
    void noteUse(const QString& id);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Shown {
        std::size_t entry;
        FuzzyMatch match;
        qsizetype rank; ///< less is better where scores are equal
    };
    void sort();

    std::vector<PaletteEntry> m_entries;
    std::vector<Shown> m_shown;
    QStringList m_recent;
    QString m_typed;
};

} // namespace poolscope

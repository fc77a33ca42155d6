// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The runs since the program began, the newest first: number, what it was, and what came of it.

#include <QAbstractListModel>
#include <QString>

#include <memory>
#include <vector>

namespace poolscope {

class RunModel;

class RunsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        NumberRole = Qt::UserRole + 1, ///< int, 1 is the first
        DetailRole,                    ///< "4 processes, chunk 1"; with the job's name where it is another
        FactorRole,                    ///< "≈ 0.6×", "1.41 s" for serial, empty where there is none
        ProgressRole,                  ///< "61 %", "stopped after 41 %", "not sent", empty when finished
        RefusedRole,                   ///< bool: draw ✕ in a circle instead of the factor
        CurrentRole,                   ///< bool: it is the one in view (filled dot)
    };

    explicit RunsModel(QObject* parent = nullptr);

    /// Adds a run in front of the others, makes it current and follows what becomes of it.
    void add(std::shared_ptr<RunModel> run);
    std::shared_ptr<RunModel> run(const QModelIndex& index) const;
    std::shared_ptr<RunModel> current() const { return m_current; }
    void setCurrent(const QModelIndex& index);
    int numberOf(const RunModel& run) const; ///< 1 is the first; 0 where it is none of these

    /// Comparing, the rows have check boxes (Qt::CheckStateRole), and two of them are checked.
    void setComparing(bool comparing);
    bool comparing() const { return m_comparing; }
    bool canCompare() const; ///< two runs did something
    void toggleCompared(const QModelIndex& index); ///< of three the one that was checked first is let go
    /// The older first; null where fewer than two are checked.
    std::pair<std::shared_ptr<RunModel>, std::shared_ptr<RunModel>> compared() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

signals:
    void currentChanged();
    void comparedChanged();

private:
    void changed(const RunModel* run);
    void tellCompared();

    std::vector<std::shared_ptr<RunModel>> m_runs; ///< the oldest first
    std::shared_ptr<RunModel> m_current;
    std::vector<std::shared_ptr<RunModel>> m_compared; ///< in the order in which they were checked
    bool m_comparing = false;
};

/// "≈ 0.6×": what a run came to, in a word.
QString factorOf(const RunModel& run);
/// "4 processes, chunk 1", "serial".
QString detailOf(const RunModel& run);

} // namespace poolscope

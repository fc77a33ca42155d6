// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// D: one task in all its parts: where it was, what its chunk spent on the way out and back, its
// argument, and its result or why it has none.

#include "ui/views/run_desk.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;

namespace poolscope {

class FailureView;
class ValueView;

class DetailPanel final : public QWidget {
    Q_OBJECT
public:
    /// `catalogue` is asked for the argument of a task whose messages were not kept.
    explicit DetailPanel(const Catalogue& catalogue, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void show(const RunDesk::Entry& entry, const TaskDetail& detail);
    void leave(); ///< lets go of the run
    const TaskDetail& detail() const { return m_detail; }
    void tellSimilar(std::size_t count); ///< how many chunks like it were found and marked
    QString text() const;                ///< all that it says, as it is read out
    ChartTable table() const;            ///< the twin of its waterfall
    QSize sizeHint() const override;

signals:
    void closeWanted();
    void bytesWanted(quint64 item);
    void similarWanted();

private:
    QWidget* newHead();
    QWidget* newBody();
    QWidget* newButtons();
    void showArgument(const RunDesk::Entry& entry);
    void showResult(const RunDesk::Entry& entry);
    void tellArgument(const ShownValue& value);
    void takeArgument();

    const Catalogue& m_catalogue;
    TaskDetail m_detail;
    ArgumentNames m_names;
    QThreadPool m_asking; ///< its one thread looks arguments up; ends with the panel
    QFutureWatcher<QString> m_argumentAsked;
    std::uint64_t m_askedFor = 0; ///< item

    QLabel *m_title, *m_place, *m_rank, *m_similar;
    LookButton* m_close;
    TaskWaterfall* m_waterfall;
    QScrollArea* m_area;
    ValueView *m_argument, *m_result;
    FailureView* m_failure;
    QPushButton *m_bytes, *m_findSimilar;
};

} // namespace poolscope

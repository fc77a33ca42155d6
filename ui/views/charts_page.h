// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The charts of the run in view: lanes above, serialization overhead and throughput below, with
// results and failures behind the throughput's tabs.

#include "ui/views/run_desk.h"

#include <QWidget>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace poolscope {

class Commands;
class FailuresPanel;
class ResultsPanel;

class ChartsPage final : public QWidget {
    Q_OBJECT
public:
    enum Tab { ThroughputTab, LatencyTab, ResultsTab, FailuresTab };
    ChartsPage(Commands& commands, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setEntry(const RunDesk::Entry* entry);
    void finish();          ///< the run in view is over: all of it, the slowest task selected
    void showTab(Tab tab);
    LanesChart& lanes() { return *m_lanes; }
    OverheadChart& overhead() { return *m_overhead; }
    ThroughputChart& throughput() { return *m_throughput; }
    TimeRange& range() { return m_range; }
    RunEdits& edits() { return m_edits; }
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray& state);
    void resetLayout();
    /// The task that a command is about: the row of the table that has the focus, or the first of the
    /// selected chunk.
    std::optional<std::uint64_t> pickedItem() const;
    void selectItem(std::uint64_t item); ///< brings its chunk into view, where its row was kept

signals:
    void bytesWanted(quint64 item);
    void editsChanged(); ///< there is another step to take back, or a range to filter for
    void itemPicked(quint64 item); ///< in a list: it is to be told in full

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* newTabs(Commands& commands);
    void connectCommands(Commands& commands);
    void connectItems(Commands& commands);
    void fitRows();

    TimeRange m_range;
    RunEdits m_edits;
    Theme m_theme;
    RunModel* m_run = nullptr;
    LanesChart* m_lanes;
    OverheadChart* m_overhead;
    ThroughputChart* m_throughput;
    TabWords* m_words;
    QStackedWidget* m_tabs;
    ResultsPanel* m_results;
    FailuresPanel* m_failures;
    QSplitter *m_rows, *m_columns;
    bool m_rowsMoved = false; ///< by hand: they stay as they are
};

} // namespace poolscope

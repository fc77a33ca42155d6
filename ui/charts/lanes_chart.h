// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// B: which worker, when, and gaps. A lane for the parent and one for each worker, with progress at
// its head, over a shared axis of time, and an overview with a brush below.

#include "ui/charts/chart.h"

#include <memory>
#include <optional>

namespace poolscope {

class LanesChart final : public Chart {
    Q_OBJECT
public:
    explicit LanesChart(QWidget* parent = nullptr);
    ~LanesChart() override;

    /// What a person changes about the run: the filter by the range's button, and notes. Not owned. The
    /// phases that are not filtered for are drawn as wait, what lies outside the stretch as a faint bar.
    void setEdits(RunEdits* edits);
    void select(RowRef row);                    ///< outlines it and brings it into view
    void selectNeighbour(int step);             ///< `.` and `,`: the next or previous task of the lane
    void clearSelection();                      ///< Esc: the task, then the range
    void filterSelection(); ///< the selected range becomes the filter; without one the filter goes
    /// Opens a field for a new note: at the selected task, else in the middle of the range or the view.
    void addNote();
    /// Marks the chunks like the selected one and selects the next of them; how many, itself with them.
    std::size_t selectSimilar();
    RowRef selected() const;
    /// Zooms to what the verdict's advice is about: the slowest chunk, or a stretch in which single
    /// chunks can be seen.
    void showEvidence();
    /// Keys of the timeline; the window's actions call these.
    void zoomIn();
    void zoomOut();
    void panLeft();
    void panRight();
    void fit();
    /// Wider lane headers (184) or narrower (160, with the detail dock).
    void setNarrowHeaders(bool narrow);
    /// How many lanes there are, the parent's with them.
    int laneCount() const;
    ChartTable table() const override; ///< of what is in view, or of the selected range

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void rowSelected(poolscope::RowRef row); ///< clicked, or by key; invalid when none
    void rowOpened(poolscope::RowRef row);   ///< clicked: it is to be told in full
    void bytesWanted(poolscope::RowRef row); ///< the button, or Enter
    void menuWanted(const QPoint& at);       ///< about the selected row; `at` on the screen

protected:
    void refresh() override;
    void restyle() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    struct Parts;
    void place();
    void placeHeader();
    void connectNotes();
    void editNote(const Annotation& note);
    void hover(RowRef row, double nanos, const QPoint& at);
    void scrollBy(int pixels);

    std::unique_ptr<Parts> m_parts;
    bool m_byKey = false; ///< it has the focus by the keyboard, and shows it
};

} // namespace poolscope

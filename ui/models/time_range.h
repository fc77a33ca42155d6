// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stretch of a run is in view and which is selected; all charts of a window share one.

#include <QObject>
#include <QPointer>

namespace poolscope {

class RunModel;

/// Times are ns since the run began, as doubles: 2⁵³ ns are 104 days.
class TimeRange final : public QObject {
    Q_OBJECT
public:
    explicit TimeRange(QObject* parent = nullptr);

    /// Shows another run from its beginning: follows its right edge while it is live, else all of it.
    void setRun(RunModel* run);

    double begin() const { return m_begin; }
    double end() const { return m_end; }
    double length() const { return m_end - m_begin; }
    double extent() const { return m_extent; } ///< the whole: what has passed of the run
    bool whole() const;                        ///< all of it is in view
    bool live() const { return m_live; }       ///< follows the right edge
    bool frozen() const { return m_frozen; }   ///< the view is paused while the run goes on
    double behind() const;                     ///< ns from the right edge to the end of the run

    void show(double begin, double end); ///< leaves live mode
    void zoom(double factor, double about); ///< factor < 1 shows less
    void pan(double by);                    ///< ns; to the right where positive
    void fit();                             ///< everything
    void follow();                          ///< back to the right edge
    void setFrozen(bool frozen);            ///< "View": pause, and go on

    bool hasSelection() const { return m_selectionEnd > m_selectionBegin; }
    double selectionBegin() const { return m_selectionBegin; }
    double selectionEnd() const { return m_selectionEnd; }
    void select(double begin, double end);
    void clearSelection();
    void zoomToSelection();

signals:
    void viewChanged();
    void selectionChanged();
    void liveChanged(); ///< live() or frozen() is another

private:
    void runChanged();
    void followEdge();
    void set(double begin, double end);
    void setLive(bool live);

    QPointer<RunModel> m_run;
    double m_begin = 0, m_end = 1e9, m_extent = 0;
    double m_selectionBegin = 0, m_selectionEnd = 0;
    bool m_live = false, m_frozen = false, m_ran = false;
    bool m_fitted = true; ///< all in view, and stays so as the run grows
};

} // namespace poolscope

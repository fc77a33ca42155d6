// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A: one sentence and one bar that say whether the pool was worth it and what ate the time. The bar's
// labels are its legend and filter. Or a message in its place, where there is nothing to weigh up.

#include "ui/charts/chart.h"

#include <QString>

#include <optional>

namespace poolscope {

class HelpMark;
class LookButton;
class PhaseLabels;

/// What stands in the strip instead of a verdict.
struct StripMessage {
    bool failed = true; ///< ✕ in a circle before the heading
    QString heading;    ///< "BigPow cannot travel: it holds a Pool."
    QString strong;     ///< begins the second line, bold: "Nothing was sent"
    QString detail;     ///< goes on after it: ": 0 of 1 000 000 items, 0 B."
    QString code;       ///< the path, in a code block, or empty
    QString codeDetail; ///< after the path, less bold
};

class VerdictStrip final : public Chart {
    Q_OBJECT
public:
    explicit VerdictStrip(QWidget* parent = nullptr);

    void showMessage(const StripMessage& message);
    void clearMessage();
    bool hasMessage() const { return m_message.has_value(); }
    /// Stands in the place of the advice and is bold: "3 of 1000 items failed", "worker 2 was killed …";
    /// with ✕ before it. Empty takes it away.
    void setAlert(const QString& strong, const QString& detail = {});
    /// Which phases are filtered for (drawn with an underline), by Phase; none set means all.
    void setPhase(std::optional<Phase> phase);
    std::optional<Phase> phase() const { return m_phase; }
    /// The sentence as it is read out and copied.
    QString sentence() const;
    ChartTable table() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void phaseChanged(std::optional<poolscope::Phase> phase);
    void showMeClicked();

protected:
    void refresh() override;
    void restyle() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    std::optional<StripMessage> shownMessage() const; ///< the window's, or that of measuring
    bool weighs() const;                              ///< there is a verdict to show
    void paintMessage(QPainter& painter, const StripMessage& message) const;
    void placeControls();
    void placeLabels(bool shown);
    void togglePhase(Phase phase);
    void toggleWhy();

    std::optional<StripMessage> m_message;
    std::optional<Phase> m_phase;
    QString m_alert, m_alertDetail;
    PhaseLabels* m_labels;
    LookButton* m_showMe;
    LookButton* m_why;
    HelpMark* m_help;
    HelpMark* m_observingHelp;
    QPointer<QWidget> m_whyPopup;
};

} // namespace poolscope

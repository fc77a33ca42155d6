// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// G, the head: which of two runs was faster, what was changed between them, and both their worker time
// in bars of one scale.

#include "ui/charts/theme.h"

#include <QPointer>
#include <QWidget>

namespace poolscope {

class HelpMark;
class Words;

class CompareStrip final : public QWidget {
    Q_OBJECT
public:
    explicit CompareStrip(QWidget* parent = nullptr);

    void setModel(ComparisonModel* model); ///< not owned
    void setTheme(const Theme& theme);
    QString sentence() const; ///< as it is read out and copied
    /// px of the bar of a run: the first is the one before.
    QRect bar(bool after) const;
    QSize sizeHint() const override { return {1280, m_theme.px(120)}; }
    QSize minimumSizeHint() const override { return {640, m_theme.px(120)}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    Words headline() const;
    void addChanges(Words& words) const;
    void paintBar(QPainter& painter, bool after) const;
    QString changeOf(Phase phase) const;
    void paintLabels(QPainter& painter) const;

    QPointer<ComparisonModel> m_model;
    Theme m_theme;
    HelpMark* m_help;
};

} // namespace poolscope

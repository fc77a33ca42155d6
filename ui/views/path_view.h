// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The way to what cannot be pickled, as boxes and arrows.

#include "ui/charts/charts.h"
#include "ui/views/pickle_path.h"

#include <QWidget>

namespace poolscope {

class PathView final : public QWidget {
    Q_OBJECT
public:
    explicit PathView(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setBoxes(const QList<PathBox>& boxes);
    QSize sizeHint() const override { return {m_theme.px(1016), heightForWidth(m_theme.px(1016))}; }
    QSize minimumSizeHint() const override { return {m_theme.px(480), m_theme.px(100)}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF boxRect(int index, int width) const; ///< in a view that wide
    QRectF boxRect(int index) const { return boxRect(index, width()); }
    QRectF rowRect(int box, int row) const;
    void paintBox(QPainter& painter, int index) const;
    void paintRow(QPainter& painter, const PathBox& box, const PathBox::Row& row,
                  const QRectF& rect) const;
    void paintArrow(QPainter& painter, int from) const;
    void paintNote(QPainter& painter) const;
    double noteHeight(double width) const;

    Theme m_theme;
    QList<PathBox> m_boxes;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a message says, as a tree: each row an object with a bar of its bytes.

#include "ui/charts/charts.h"

#include <QTreeView>

namespace poolscope {

class ObjectTree final : public QTreeView {
    Q_OBJECT
public:
    explicit ObjectTree(MessageModel& message, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    QSize minimumSizeHint() const override { return {m_theme.px(280), m_theme.px(120)}; }

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void load();
    void follow();
    int depthOf(const QModelIndex& index) const;
    int bytesWidth() const;
    int barWidth() const; ///< shorter where it is narrow, so that names have room
    void paintGround(QPainter& painter, const QRect& row, const QModelIndex& index) const;
    void paintChevron(QPainter& painter, const QRectF& at, bool open) const;
    void paintName(QPainter& painter, const QRectF& room, const QModelIndex& index) const;
    void paintBytes(QPainter& painter, const QRect& row, const QModelIndex& index) const;

    MessageModel& m_message;
    PartsModel* m_parts;
    Theme m_theme;
};

} // namespace poolscope

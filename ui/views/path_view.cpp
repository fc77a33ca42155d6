// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/path_view.h"

#include "ui/views/icons.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace poolscope {

namespace {

constexpr int headHeight = 32;
constexpr int rowHeight = 24;
constexpr int below = 4; // under the last row

int wayOut(const PathBox& box)
{
    for (int i = 0; i < box.rows.size(); ++i) {
        if (box.rows[i].mark == PathBox::Mark::Way || box.rows[i].mark == PathBox::Mark::Culprit) {
            return i;
        }
    }
    return -1;
}

} // namespace

PathView::PathView(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PathView::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void PathView::setBoxes(const QList<PathBox>& boxes)
{
    m_boxes = boxes;
    QStringList told;
    for (const PathBox& box : boxes) {
        const int out = wayOut(box);
        told += out < 0 ? box.title : QStringLiteral("%1 %2").arg(box.title, box.rows[out].key);
    }
    setAccessibleName(tr("The path to what cannot be pickled"));
    setAccessibleDescription(told.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int PathView::heightForWidth(int width) const
{
    double height = 0;
    for (int i = 0; i < m_boxes.size(); ++i) {
        height = std::max(height, boxRect(i, width).bottom());
    }
    if (!m_boxes.isEmpty()) {
        const QRectF last = boxRect(static_cast<int>(m_boxes.size()) - 1, width);
        height = std::max(height, last.bottom() + noteHeight(last.width()));
    }
    return static_cast<int>(height) + 2;
}

QRectF PathView::boxRect(int index, int whole) const
{
    const auto count = static_cast<double>(m_boxes.size());
    const double gap = std::clamp(whole / count * 0.2, 20.0, m_theme.px(44) * 1.0);
    const double width = (whole - 2 - (count - 1) * gap) / count;
    const auto rows = static_cast<int>(m_boxes[index].rows.size());
    const int height = m_theme.px(headHeight + rows * rowHeight + below);
    return {1 + index * (width + gap), 1, width, static_cast<double>(height)};
}

QRectF PathView::rowRect(int box, int row) const
{
    const QRectF rect = boxRect(box);
    return {rect.left(), rect.top() + m_theme.px(headHeight + row * rowHeight), rect.width(),
            static_cast<double>(m_theme.px(rowHeight))};
}

void PathView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_boxes.size(); ++i) {
        paintBox(painter, i);
    }
    for (int i = 0; i + 1 < m_boxes.size(); ++i) {
        paintArrow(painter, i);
    }
    paintNote(painter);
}

void PathView::paintBox(QPainter& painter, int index) const
{
    const PathBox& box = m_boxes[index];
    const QRectF rect = boxRect(index).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(m_theme.canvas);
    painter.setPen(QPen(m_theme.canvas, 1));
    painter.drawRoundedRect(rect, 4, 4);
    for (int row = 0; row < box.rows.size(); ++row) {
        paintRow(painter, box, box.rows[row], rowRect(index, row).adjusted(1, 0, -1, 0));
    }
    const QRectF head(rect.left() + 12, rect.top(), rect.width() - 24, m_theme.px(headHeight));
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    const double kind = QFontMetricsF(painter.font()).horizontalAdvance(box.kind) + 8;
    const bool fits = head.width() > kind + m_theme.px(40);
    if (fits) {
        drawLabel(painter, head, box.kind, Qt::AlignRight | Qt::AlignVCenter);
    }
    painter.setFont(m_theme.mono(12, QFont::DemiBold));
    painter.setPen(m_theme.t1);
    drawLabel(painter, head.adjusted(0, 0, fits ? -kind : 0, 0), box.title);
    painter.setPen(QPen(m_theme.line, 1));
    painter.drawLine(QPointF(rect.left(), head.bottom() - 0.5), QPointF(rect.right(), head.bottom() - 0.5));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(box.culprit ? QPen(m_theme.ink, 2) : QPen(m_theme.control, 1));
    const double inset = box.culprit ? 0.5 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 4, 4);
}

void PathView::paintRow(QPainter& painter, const PathBox&, const PathBox::Row& row,
                        const QRectF& rect) const
{
    const bool culprit = row.mark == PathBox::Mark::Culprit;
    const bool way = row.mark == PathBox::Mark::Way;
    if (culprit || way) {
        painter.fillRect(rect, culprit ? m_theme.ink : m_theme.select);
    }
    const QRectF text = rect.adjusted(12, 0, -m_theme.px(26), 0);
    painter.setFont(m_theme.mono(12, culprit ? QFont::DemiBold : QFont::Normal));
    const double key = QFontMetricsF(painter.font()).horizontalAdvance(row.key) + 8;
    painter.setPen(culprit ? m_theme.onInk : m_theme.t2);
    drawLabel(painter, text, row.key);
    painter.setPen(culprit ? m_theme.onInk : m_theme.t1);
    if (way) {
        painter.setFont(m_theme.mono(12, QFont::DemiBold));
    }
    drawLabel(painter, text.adjusted(key, 0, way || row.mark == PathBox::Mark::Plain ? 18 : 0, 0), row.value);
    const QPointF mark(rect.right() - m_theme.px(16), rect.center().y());
    if (culprit) {
        drawCross(painter, mark, m_theme.px(16));
    } else if (row.mark == PathBox::Mark::Travels) {
        const auto check = themedPixmap(QStringLiteral("check"), m_theme.t1, m_theme.px(16),
                                        devicePixelRatioF());
        painter.drawPixmap(mark - QPointF(m_theme.px(8), m_theme.px(8)), check);
    }
}

void PathView::paintArrow(QPainter& painter, int from) const
{
    const int out = wayOut(m_boxes[from]);
    if (out < 0) return;
    const QRectF next = boxRect(from + 1);
    const QPointF begin(boxRect(from).right() - 1, std::round(rowRect(from, out).center().y()));
    const QPointF end(next.left() - 1, next.top() + m_theme.px(headHeight / 2));
    const double middle = std::round((begin.x() + end.x()) / 2);
    QPainterPath way(begin);
    way.lineTo(middle, begin.y());
    way.lineTo(middle, end.y());
    way.lineTo(end - QPointF(6, 0));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.ink, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPath(way);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.ink);
    painter.drawPolygon(QPolygonF{end, end + QPointF(-8, -5), end + QPointF(-8, 5)});
}

double PathView::noteHeight(double width) const
{
    const PathBox& last = m_boxes.last();
    if (last.note.isEmpty()) return 0;
    const QRectF room(0, 0, width, 1000);
    return QFontMetricsF(m_theme.font(12)).boundingRect(room, Qt::TextWordWrap, last.note).height() + 14;
}

void PathView::paintNote(QPainter& painter) const
{
    if (m_boxes.isEmpty() || m_boxes.last().note.isEmpty()) return;
    const QRectF box = boxRect(static_cast<int>(m_boxes.size()) - 1);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    painter.drawText(QRectF(box.left(), box.bottom() + 8, box.width(), noteHeight(box.width())),
                     Qt::TextWordWrap | Qt::AlignLeft, m_boxes.last().note);
}

} // namespace poolscope

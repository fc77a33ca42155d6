// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/object_tree.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace poolscope {

namespace {

constexpr int indent = 15, side = 12;
constexpr int opened = 300; ///< parts of a message that is shown with all of them open

/// Says how high a row is; the tree itself paints it.
class RowHeight final : public QStyledItemDelegate {
public:
    RowHeight(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {m_theme.px(120), m_theme.px(28)};
    }

private:
    const Theme& m_theme;
};

} // namespace

ObjectTree::ObjectTree(MessageModel& message, QWidget* parent)
    : QTreeView(parent), m_message(message), m_parts(new PartsModel(message, this)), m_theme(Theme::lightTheme())
{
    setModel(m_parts);
    setItemDelegate(new RowHeight(m_theme, this));
    setAccessibleName(tr("Objects of the message"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(indent);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(PartsModel::Object, QHeaderView::Stretch);
    header()->setSectionResizeMode(PartsModel::Bytes, QHeaderView::Fixed);
    connect(&message, &MessageModel::loaded, this, &ObjectTree::load);
    connect(&message, &MessageModel::selected, this, &ObjectTree::follow);
    load();
}

void ObjectTree::setTheme(const Theme& theme)
{
    m_theme = theme;
    verticalScrollBar()->setSingleStep(theme.px(28));
    scheduleDelayedItemsLayout();
    viewport()->update();
}

/// Small messages are shown whole, of large ones the upper storeys.
void ObjectTree::load()
{
    const Anatomy* anatomy = m_message.anatomy();
    if (anatomy == nullptr) return;
    header()->resizeSection(PartsModel::Bytes, barWidth() + bytesWidth());
    if (anatomy->parts().size() <= opened) {
        expandAll();
    } else {
        expandToDepth(2);
    }
}

void ObjectTree::follow()
{
    const QModelIndex chosen = m_parts->indexOf(m_message.part());
    if (chosen.isValid() && chosen != currentIndex()) {
        setCurrentIndex(chosen);
        scrollTo(chosen);
    }
    viewport()->update();
}

/// By key or by the mouse; what came from the message itself is chosen there already.
void ObjectTree::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.isValid() && PartsModel::partOf(current) != m_message.part()) {
        m_message.selectPart(PartsModel::partOf(current));
    }
}

/// A click on the part that is chosen already goes to its last opcode again.
void ObjectTree::mouseReleaseEvent(QMouseEvent* event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex clicked = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && clicked.isValid() && clicked.row() == currentIndex().row()
        && PartsModel::partOf(clicked) == m_message.part()) {
        m_message.selectPart(m_message.part());
    }
}

void ObjectTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    header()->resizeSection(PartsModel::Bytes, barWidth() + bytesWidth());
    viewport()->update();
}

int ObjectTree::barWidth() const
{
    return std::clamp(viewport()->width() / 2 - m_theme.px(112), m_theme.px(32), m_theme.px(64));
}

/// Wide enough for the whole's, which is the largest.
int ObjectTree::bytesWidth() const
{
    const QString largest = m_parts->index(0, PartsModel::Bytes).data().toString();
    const double figures = figuresWidth(m_theme.font(12, QFont::DemiBold), largest);
    return std::max(m_theme.px(56), static_cast<int>(figures) + m_theme.px(26));
}

int ObjectTree::depthOf(const QModelIndex& index) const
{
    int depth = 0;
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent()) ++depth;
    return depth;
}

void ObjectTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    painter->save();
    paintGround(*painter, row, index);
    const int deepest = row.width() / 3; // beyond it names would have no room
    const int left = m_theme.px(side) + std::min(depthOf(index) * indent, deepest);
    if (model()->hasChildren(index)) {
        paintChevron(*painter, QRectF(left, row.top(), m_theme.px(14), row.height()), isExpanded(index));
    }
    const int name = left + m_theme.px(18);
    const int right = row.width() - barWidth() - bytesWidth() - m_theme.px(8);
    paintName(*painter, QRectF(name, row.top(), right - name, row.height()), index);
    paintBytes(*painter, row, index);
    painter->restore();
}

void ObjectTree::paintGround(QPainter& painter, const QRect& row, const QModelIndex& index) const
{
    const bool current = index.row() == currentIndex().row() && index.parent() == currentIndex().parent();
    if (current || index.data(PartsModel::InPartRole).toBool()) {
        painter.fillRect(row, current ? m_theme.select : m_theme.hover);
    } else if (viewport()->underMouse() && row.contains(viewport()->mapFromGlobal(QCursor::pos()))) {
        painter.fillRect(row, m_theme.hover);
    }
    if (!current) return;
    painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), m_theme.ink);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(m_theme.ink, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(row.adjusted(1, 1, -1, -1));
    }
}

void ObjectTree::paintChevron(QPainter& painter, const QRectF& at, bool open) const
{
    const double arm = m_theme.px(3);
    const QPointF centre = at.center();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.t2, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPolygonF down{centre + QPointF(-arm, -arm / 2), centre + QPointF(0, arm / 2), centre + QPointF(arm, -arm / 2)};
    const QPolygonF right{centre + QPointF(-arm / 2, -arm), centre + QPointF(arm / 2, 0), centre + QPointF(-arm / 2, arm)};
    painter.drawPolyline(open ? down : right);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// A place and what stands there; where there is no place the words say what the bytes do.
void ObjectTree::paintName(QPainter& painter, const QRectF& room, const QModelIndex& index) const
{
    const QString label = index.data(PartsModel::LabelRole).toString();
    const QString text = index.data(PartsModel::TextRole).toString();
    const bool current = PartsModel::partOf(index) == m_message.part();
    if (label.isEmpty()) {
        painter.setFont(m_theme.font(12, current ? QFont::DemiBold : QFont::Normal));
        painter.setPen(current ? m_theme.t1 : m_theme.t2);
        drawLabel(painter, room, text);
        return;
    }
    const bool name = !label.startsWith(QLatin1Char('['));
    painter.setFont(m_theme.mono(12, current ? QFont::DemiBold : QFont::Normal));
    painter.setPen(current ? m_theme.t1 : m_theme.t2);
    const double wide = std::min(room.width() * 0.8, QFontMetricsF(painter.font()).horizontalAdvance(label));
    drawLabel(painter, QRectF(room.left(), room.top(), wide, room.height()), label);
    painter.setPen(m_theme.t1);
    drawLabel(painter, room.adjusted(wide + m_theme.px(name ? 10 : 8), 0, 0, 0), text);
}

void ObjectTree::paintBytes(QPainter& painter, const QRect& row, const QModelIndex& index) const
{
    const bool current = PartsModel::partOf(index) == m_message.part();
    const int wide = barWidth(), tall = m_theme.px(6);
    const QRect bar(row.width() - wide - bytesWidth(), row.center().y() - tall / 2 + 1, wide, tall);
    const double share = index.data(PartsModel::ShareRole).toDouble();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.track);
    painter.drawRoundedRect(bar, tall / 2.0, tall / 2.0);
    painter.setBrush(m_theme.fill);
    const double length = std::max(2.0, share * wide);
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), length, tall), std::min(length, double(tall)) / 2, tall / 2.0);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(m_theme.font(12, current ? QFont::DemiBold : QFont::Normal));
    painter.setPen(m_theme.t1);
    const QRect figures = row.adjusted(0, 0, -m_theme.px(16), 0);
    drawFigures(painter, figures, index.siblingAtColumn(PartsModel::Bytes).data().toString(),
                Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace poolscope

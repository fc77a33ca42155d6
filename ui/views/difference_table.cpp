// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/difference_table.h"

#include <QHeaderView>
#include <QPainter>

namespace poolscope {

namespace {

constexpr int rowTall = 30, headTall = 26, rowsShown = 5;
constexpr int figureWide = 80, deltaWide = 88, changeWide = 100;
constexpr int narrowBelow = 470;
constexpr QRgb midGrey = 0xffc3c8ce; // look/spec.md, Figures: in light only

} // namespace

QColor groundOf(const Theme& theme, Strength strength)
{
    switch (strength) {
    case Strength::None: break;
    case Strength::Slight: return theme.hover;
    case Strength::Clear: return theme.select;
    case Strength::Strong: return theme.dark ? theme.track : QColor(midGrey);
    case Strength::Huge: return theme.ink;
    }
    return theme.canvas;
}

QColor textOf(const Theme& theme, Strength strength)
{
    return strength == Strength::Huge ? theme.onInk : theme.t1;
}

HalfModel::HalfModel(ComparisonModel& model, bool second, QObject* parent)
    : QSortFilterProxyModel(parent), m_second(second)
{
    setSourceModel(&model);
}

bool HalfModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const int half = (sourceModel()->rowCount(parent) + 1) / 2;
    return (row >= half) == m_second;
}

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(60), m_theme.px(rowTall)};
}

void DifferenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    painter->save();
    const QRect cell = option.rect;
    if (option.state & QStyle::State_Selected) painter->fillRect(cell, m_theme.hover);
    const QVariant phase = index.data(ComparisonModel::PhaseRole);
    QRect text = cell;
    painter->setFont(m_theme.font(13));
    painter->setPen(m_theme.t1);
    switch (index.column()) {
    case ComparisonModel::Name:
        if (phase.isValid()) {
            const int size = m_theme.px(10);
            const auto which = static_cast<Phase>(phase.toInt());
            const QRect swatch(cell.left(), cell.center().y() - size / 2 + 1, size, size);
            fillPhase(*painter, swatch, m_theme, which);
            text.setLeft(swatch.right() + 1 + m_theme.px(6));
        }
        drawLabel(*painter, text, index.data().toString());
        break;
    case ComparisonModel::Factor: paintChange(*painter, cell, index); break;
    case ComparisonModel::After:
        painter->setFont(m_theme.font(13, QFont::DemiBold));
        [[fallthrough]];
    default:
        if (index.column() != ComparisonModel::After) painter->setPen(m_theme.t2);
        drawFigures(*painter, text, index.data().toString(), Qt::AlignRight | Qt::AlignVCenter);
    }
    painter->restore();
}

/// "alike" stands on the canvas; everything else on a ground as dark as the change is large.
void DifferenceDelegate::paintChange(QPainter& painter, const QRect& cell,
                                     const QModelIndex& index) const
{
    const auto strength = static_cast<Strength>(index.data(ComparisonModel::StrengthRole).toInt());
    const QRect ground = cell.adjusted(m_theme.px(4), m_theme.px(4), 0, -m_theme.px(4));
    if (strength != Strength::None) painter.fillRect(ground, groundOf(m_theme, strength));
    painter.setFont(m_theme.font(12, QFont::Medium));
    painter.setPen(textOf(m_theme, strength));
    drawFigures(painter, ground.adjusted(0, 0, -m_theme.px(8), 0), index.data().toString(),
                Qt::AlignRight | Qt::AlignVCenter);
}

DifferenceTable::DifferenceTable(ComparisonModel& model, bool second, QWidget* parent)
    : QTableView(parent),
      m_half(new HalfModel(model, second, this)),
      m_delegate(new DifferenceDelegate(this)),
      m_theme(Theme::lightTheme())
{
    setModel(m_half);
    setItemDelegate(m_delegate);
    setAccessibleName(second ? tr("Differences, continued") : tr("Differences"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    connect(m_half, &QAbstractItemModel::modelReset, this, &DifferenceTable::fitColumns);
}

void DifferenceTable::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
    verticalHeader()->setMinimumSectionSize(theme.px(rowTall));
    verticalHeader()->setDefaultSectionSize(theme.px(rowTall));
    horizontalHeader()->setFixedHeight(theme.px(headTall));
    fitColumns();
    updateGeometry();
}

QSize DifferenceTable::sizeHint() const
{
    return {m_theme.px(492), m_theme.px(headTall + rowsShown * rowTall)};
}

void DifferenceTable::fitColumns()
{
    const bool narrow = viewport()->width() < m_theme.px(narrowBelow); // the difference goes first
    setColumnHidden(ComparisonModel::Change, narrow);
    const int figures =
        2 * m_theme.px(figureWide) + (narrow ? 0 : m_theme.px(deltaWide)) + m_theme.px(changeWide);
    setColumnWidth(ComparisonModel::Name, std::max(m_theme.px(80), viewport()->width() - figures));
    setColumnWidth(ComparisonModel::Before, m_theme.px(figureWide));
    setColumnWidth(ComparisonModel::After, m_theme.px(figureWide));
    setColumnWidth(ComparisonModel::Change, m_theme.px(deltaWide));
    setColumnWidth(ComparisonModel::Factor, m_theme.px(changeWide));
}

void DifferenceTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void DifferenceTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange)) return;
    QPainter painter(viewport());
    drawFocus(painter, m_theme.ink, viewport()->rect());
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the lanes of two runs stand, and what the mouse and keys do to them. compare_paint.cpp draws them.
#include "ui/charts/compare_lanes.h"

#include "ui/charts/chart_tables.h"
#include "ui/charts/plot_parts.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace poolscope {

namespace {

constexpr int headRight = 136; // the bars begin there
constexpr int leastPitch = 14, usualPitch = 28, mostPitch = 72;
constexpr int topMargin = 4, bottomMargin = 12;

} // namespace

CompareLanes::CompareLanes(QWidget* parent) : QWidget(parent), m_theme(Theme::lightTheme())
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Workers of both runs over one axis of time"));
}

void CompareLanes::setModel(ComparisonModel* model)
{
    m_model = model;
    connect(model, &ComparisonModel::changed, this, &CompareLanes::runsChanged);
    runsChanged();
}

void CompareLanes::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void CompareLanes::runsChanged()
{
    const bool others = run(false) != m_shownBefore || run(true) != m_shownAfter;
    m_shownBefore = run(false);
    m_shownAfter = run(true);
    if (others || m_fitted) fit();
    updateGeometry();
    update();
}

const RunModel* CompareLanes::run(bool after) const
{
    if (!m_model || m_model->empty()) return nullptr;
    return after ? m_model->after() : m_model->before();
}

int CompareLanes::lanes(bool after) const
{
    const RunModel* const here = run(after);
    return here ? static_cast<int>(here->laneCount()) + (here->hasParent() ? 1 : 0) : 0;
}

int CompareLanes::pitch() const
{
    const int all = std::max(1, lanes(false) + lanes(true));
    const int room = height() - m_theme.px(axisTall + topMargin + bottomMargin);
    return std::clamp(room / all, m_theme.px(leastPitch), m_theme.px(mostPitch));
}

QSize CompareLanes::sizeHint() const
{
    const int all = std::max(2, lanes(false) + lanes(true));
    return {800, m_theme.px(axisTall + topMargin + bottomMargin) + all * m_theme.px(usualPitch)};
}

QSize CompareLanes::minimumSizeHint() const
{
    const int all = std::max(2, lanes(false) + lanes(true));
    return {480, m_theme.px(axisTall + topMargin + bottomMargin) + all * m_theme.px(leastPitch)};
}

int CompareLanes::axisTop() const { return m_theme.px(topMargin) + lanes(false) * pitch(); }

QRect CompareLanes::plot() const
{
    const int left = m_theme.px(headRight);
    const int bottom = axisTop() + m_theme.px(axisTall) + lanes(true) * pitch();
    return {left, m_theme.px(topMargin), std::max(1, width() - left - m_theme.px(chartSide)),
            bottom - m_theme.px(topMargin)};
}

/// Of the run before, the last worker stands on top and its parent at the axis.
QRect CompareLanes::barOf(bool after, int lane) const
{
    const RunModel* const here = run(after);
    if (!here || lane >= static_cast<int>(here->laneCount()) || (lane < 0 && !here->hasParent()))
        return {};
    const int fromAxis = lane + (here->hasParent() ? 1 : 0), tall = pitch();
    const int top = after ? axisTop() + m_theme.px(axisTall) + fromAxis * tall
                          : axisTop() - (fromAxis + 1) * tall;
    const int gap = std::max(1, tall / 14);
    return {plot().left(), top + gap, plot().width(), tall - 2 * gap};
}

ChartTable CompareLanes::table(bool after) const
{
    const RunModel* const here = run(after);
    if (!here) return {};
    ChartTable table = lanesTable(*here, std::min(m_begin, here->now()),
                                  std::min(m_end, here->now()), std::nullopt);
    table.title = after ? m_model->afterName() : m_model->beforeName();
    return table;
}

double CompareLanes::x(double nanos) const
{
    return plot().left() + (nanos - m_begin) / (m_end - m_begin) * plot().width();
}

double CompareLanes::nanosAt(double pixel) const
{
    return m_begin + (pixel - plot().left()) / plot().width() * (m_end - m_begin);
}

/// Up to the next tick after the end of the longer run, so that the ends of both are seen.
double CompareLanes::extent() const
{
    const double longest =
        std::max({run(false) ? run(false)->now() : 0, run(true) ? run(true)->now() : 0, 1e3});
    const double step = StepTicker::stepFor(longest, 8);
    return std::ceil(longest / step + 0.05) * step;
}

void CompareLanes::showTimes(double begin, double end)
{
    const double all = extent(), length = std::clamp(end - begin, 1e3, all);
    m_begin = std::clamp(begin, 0.0, all - length);
    m_end = m_begin + length;
    m_fitted = length >= all;
    update();
}

void CompareLanes::fit() { showTimes(0, extent()); }

void CompareLanes::zoom(double factor, double about)
{
    showTimes(about - (about - m_begin) * factor, about + (m_end - about) * factor);
}

void CompareLanes::pan(double share)
{
    const double by = share * (m_end - m_begin);
    showTimes(m_begin + by, m_end + by);
}

void CompareLanes::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const QPoint turned = event->angleDelta();
    if (event->modifiers() & Qt::ShiftModifier || std::abs(turned.x()) > std::abs(turned.y())) {
        pan(-(turned.x() != 0 ? turned.x() : turned.y()) / 1200.0);
    } else {
        zoom(std::pow(0.8, turned.y() / 120.0), nanosAt(event->position().x()));
    }
}

void CompareLanes::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    m_pressedBegin = m_begin;
}

void CompareLanes::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton)) return;
    const double length = m_end - m_begin;
    const double begin =
        m_pressedBegin - (event->pos().x() - m_pressed.x()) * length / plot().width();
    showTimes(begin, begin + length);
}

void CompareLanes::mouseDoubleClickEvent(QMouseEvent*) { fit(); }

void CompareLanes::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: return pan(-0.1);
    case Qt::Key_Right: return pan(0.1);
    case Qt::Key_Up: return zoomIn();
    case Qt::Key_Down: return zoomOut();
    case Qt::Key_Home: return fit();
    default: QWidget::keyPressEvent(event);
    }
}

/// "run 3, W1 at 1.03 s: compute 12 %, pickle 40 %, …", of the column under the pointer.
QString CompareLanes::tipAt(const QPoint& at) const
{
    for (const bool after : {false, true}) {
        const RunModel* const here = run(after);
        for (int lane = -1; here && lane < static_cast<int>(here->laneCount()); ++lane) {
            if (!barOf(after, lane).contains(at)) continue;
            const double from = nanosAt(at.x()), to = nanosAt(at.x() + 1);
            if (from > here->now()) return {};
            const PhaseTimes times =
                lane < 0 ? here->parentTimes(from, to)
                         : here->workerTimes(static_cast<std::size_t>(lane), from, to);
            const std::vector<int> shares = wholeShares({times.begin(), times.end()});
            QStringList parts;
            for (std::size_t i = 0; i < phaseCount; ++i) {
                if (shares[i] == 0) continue;
                parts += tr("%1 %2\u00a0%")
                             .arg(QLatin1String(nameOf(static_cast<Phase>(i))))
                             .arg(shares[i]);
            }
            const QString who = lane < 0 ? tr("parent") : QStringLiteral("W%1").arg(lane);
            const QString when = timeOf(from * 1e-9);
            return tr("%1, %2 at %3: %4")
                .arg(after ? m_model->afterName() : m_model->beforeName(), who, when,
                     parts.isEmpty() ? tr("nothing") : parts.join(QStringLiteral(", ")));
        }
    }
    return {};
}

bool CompareLanes::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const QString tip = tipAt(help->pos());
        tip.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace poolscope

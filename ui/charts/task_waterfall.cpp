// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/task_waterfall.h"

#include "ui/charts/bar_batch.h"
#include "ui/charts/figures.h"
#include "ui/charts/page_tables.h"
#include "ui/charts/plot_parts.h"

#include <QHelpEvent>
#include <QToolTip>

#include <cmath>

namespace poolscope {

namespace {

constexpr int waterfallHead = 32;
constexpr int pitch = 34;
constexpr int labelTall = 20;
constexpr int barTall = 10;
constexpr int waterfallAxis = 32;
constexpr int noteRight = 70; // px before the right edge, where bytes end

using Kind = TaskStep::Kind;

QString helpOf(Kind kind)
{
    switch (kind) {
    case Kind::PickleArguments:
        return TaskWaterfall::tr("The parent writes the arguments of the chunk down as bytes.");
    case Kind::Send:
        return TaskWaterfall::tr("The parent puts the message on its way; the worker reads it.");
    case Kind::Queue:
        return TaskWaterfall::tr(
            "The message lies ready and the worker is not yet free. This is latency, "
            "no time of the worker.");
    case Kind::Unpickle: return TaskWaterfall::tr("The worker makes arguments of the bytes.");
    case Kind::Compute: return TaskWaterfall::tr("The worker calls the function.");
    case Kind::PickleResults:
        return TaskWaterfall::tr("The worker writes the results down as bytes.");
    case Kind::Return:
        return TaskWaterfall::tr("The worker puts the answer on its way; the parent reads it.");
    case Kind::UnpickleResults: break;
    }
    return TaskWaterfall::tr("The parent makes results of the bytes.");
}

} // namespace

TaskWaterfall::TaskWaterfall(QWidget* parent) : QWidget(parent), m_theme(Theme::lightTheme())
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TaskWaterfall::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void TaskWaterfall::show(const TaskDetail& detail)
{
    m_detail = detail;
    m_unit = unitFor(detail.total);
    describe();
    updateGeometry();
    update();
}

ChartTable TaskWaterfall::table() const { return taskTable(m_detail); }

// What a screen reader reads: all of it.
void TaskWaterfall::describe()
{
    setAccessibleName(tr("Out and back, %1").arg(timeText(m_detail.total)));
    QStringList lines;
    for (const TaskStep& step : m_detail.steps) {
        QString line = tr("%1 %2").arg(nameOf(step.kind), stepText(step.time()));
        if (step.bytes > 0) line += tr(", %1 B").arg(countOf(step.bytes));
        lines += line;
    }
    setAccessibleDescription(lines.join(QLatin1String("; ")));
}

QSize TaskWaterfall::sizeHint() const
{
    const int steps = static_cast<int>(m_detail.steps.size());
    return {m_theme.px(256), m_theme.px(waterfallHead + steps * pitch + waterfallAxis)};
}

QSize TaskWaterfall::minimumSizeHint() const { return {m_theme.px(180), sizeHint().height()}; }

TaskWaterfall::Unit TaskWaterfall::unitFor(double total)
{
    if (total >= 1e10) return {1e9, "s"};
    if (total >= 1e7) return {1e6, "ms"};
    return total >= 1e4 ? Unit{1e3, "µs"} : Unit{1, "ns"};
}

// Two digits where there are as many; whole from ten on.
QString TaskWaterfall::number(double nanos) const
{
    const double value = nanos / m_unit.nanos;
    if (value >= 9.95 || value <= 0)
        return countOf(static_cast<std::uint64_t>(std::llround(value)));
    return decimalText(value, value >= 0.995 ? 1 : 2);
}

QString TaskWaterfall::timeText(double nanos) const
{
    return number(nanos) + QChar(0xa0) + QString::fromUtf8(m_unit.name);
}

// In the unit of the whole, or its own where little would be left of it.
QString TaskWaterfall::stepText(double nanos) const
{
    if (nanos <= 0 || nanos >= 0.0995 * m_unit.nanos) return timeText(nanos);
    return spoken(roughTimeText(nanos / 1e9));
}

double TaskWaterfall::axisStep() const
{
    return StepTicker::stepFor(std::max(m_detail.total, 1.0) / m_unit.nanos, 4) * m_unit.nanos;
}

double TaskWaterfall::axisEnd() const
{
    return std::max(1.0, std::ceil(m_detail.total / axisStep() - 1e-9)) * axisStep();
}

int TaskWaterfall::x(double nanos) const
{
    return static_cast<int>(std::lround(nanos / axisEnd() * (width() - 1)));
}

QRect TaskWaterfall::stepRect(std::size_t step) const
{
    return {0, m_theme.px(waterfallHead) + static_cast<int>(step) * m_theme.px(pitch), width(),
            m_theme.px(pitch)};
}

std::vector<QRect> TaskWaterfall::barsOf(std::size_t step) const
{
    const int top = stepRect(step).top() + m_theme.px(labelTall);
    std::vector<QRect> rects;
    for (const TaskStep::Bar& bar : m_detail.steps[step].bars) {
        if (bar.end <= bar.begin) continue;
        const int wide = std::max(2, x(bar.end) - x(bar.begin));
        rects.push_back(
            QRect(std::min(x(bar.begin), width() - wide), top, wide, m_theme.px(barTall)));
    }
    return rects;
}

void TaskWaterfall::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintHead(painter);
    for (std::size_t step = 0; step < m_detail.steps.size(); ++step) paintStep(painter, step);
    if (!m_detail.steps.empty()) paintAxis(painter);
}

void TaskWaterfall::paintHead(QPainter& painter) const
{
    const QRect line(0, 0, width(), m_theme.px(waterfallHead - 4));
    painter.setFont(m_theme.font(13, QFont::DemiBold));
    painter.setPen(m_theme.t1);
    drawLabel(painter, line, tr("Out and back"));
    drawFigures(painter, line, timeText(m_detail.total), Qt::AlignRight | Qt::AlignVCenter);
}

void TaskWaterfall::paintStep(QPainter& painter, std::size_t index) const
{
    const TaskStep& step = m_detail.steps[index];
    const QRect here = stepRect(index);
    const QRect label(0, here.top(), width(), m_theme.px(labelTall));
    painter.setFont(m_theme.font(13));
    painter.setPen(m_theme.t1);
    drawLabel(painter, label, nameOf(step.kind));
    drawFigures(painter, label, stepText(step.time()), Qt::AlignRight | Qt::AlignVCenter);
    const bool many = step.kind == TaskStep::Kind::Compute && m_detail.count > 1;
    const QString note =
        step.bytes > 0 ? tr("%1 B").arg(countOf(step.bytes))
        : many         ? tr("%1 tasks").arg(countOf(m_detail.count))
                       : QString();
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    const int room = width() - m_theme.px(noteRight + 8) -
                     widthOf(m_theme.font(13), nameOf(step.kind));
    if (figuresWidth(painter.font(), note) <= room) {
        drawFigures(painter, label.adjusted(0, 0, -m_theme.px(noteRight), 0), note,
                    Qt::AlignRight | Qt::AlignVCenter);
    }
    const int top = label.bottom() + 1, tall = m_theme.px(barTall);
    for (double tick = axisStep(); tick <= axisEnd() * (1 + 1e-9); tick += axisStep()) {
        painter.fillRect(QRect(x(tick), top, 1, tall), m_theme.line);
    }
    BarBatch batch(m_theme);
    for (const QRect& bar : barsOf(index)) batch.addEdged(bar, phaseOf(step.kind));
    batch.draw(painter);
}

// The unit stands at the last tick: there is no title.
void TaskWaterfall::paintAxis(QPainter& painter) const
{
    const int top = stepRect(m_detail.steps.size()).top() + m_theme.px(4);
    painter.fillRect(QRect(0, top, width(), 1), m_theme.axis);
    painter.setFont(m_theme.font(12));
    const int ticks = static_cast<int>(std::lround(axisEnd() / axisStep()));
    const double lastBegins = width() - figuresWidth(painter.font(), timeText(axisEnd()));
    for (int i = 0; i <= ticks; ++i) {
        const double at = i * axisStep();
        painter.fillRect(QRect(x(at), top, 1, m_theme.px(5)), m_theme.axis);
        painter.setPen(m_theme.t2);
        const QString label = i == 0 ? QStringLiteral("0") : i == ticks ? timeText(at) : number(at);
        const double ends = x(at) + figuresWidth(painter.font(), label) / 2 + m_theme.px(6);
        if (i > 0 && i < ticks && ends > lastBegins) continue; // it would meet the last
        const int half = m_theme.px(40);
        const auto align = i == 0 ? Qt::AlignLeft : i == ticks ? Qt::AlignRight : Qt::AlignHCenter;
        const int left = i == 0 ? 0 : i == ticks ? width() - 2 * half : x(at) - half;
        drawFigures(painter, QRect(left, top + m_theme.px(7), 2 * half, m_theme.px(18)), label,
                    align | Qt::AlignVCenter);
    }
}

bool TaskWaterfall::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (std::size_t step = 0; step < m_detail.steps.size(); ++step) {
        if (!stepRect(step).contains(help->pos())) continue;
        QToolTip::showText(help->globalPos(), helpOf(m_detail.steps[step].kind), this,
                           stepRect(step));
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace poolscope

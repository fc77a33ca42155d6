// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hover_card.h"

#include "ui/charts/figures.h"
#include "ui/charts/lane_bars.h"
#include "ui/charts/phase_fill.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

QString bytesOf(double bytes) { return spoken(bytesText(bytes)); }
} // namespace

HoverCard::HoverCard(QWidget* window) : QWidget(window), m_theme(Theme::lightTheme())
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        show();
        raise();
    });
}

void HoverCard::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void HoverCard::tell(const RunModel& run, RowRef row, double nanos, const QPoint& at)
{
    if (!row.valid()) return dismiss();
    fill(run, row, nanos);
    layOut(at);
    update();
    if (!isVisible() && !m_timer.isActive()) m_timer.start();
}

void HoverCard::dismiss()
{
    m_timer.stop();
    hide();
}

void HoverCard::fill(const RunModel& run, RowRef ref, double nanos)
{
    const Row row = run.row(ref);
    m_lines.clear();
    const bool waits = nanos < static_cast<double>(row.start) + waitBefore(row);
    const double length = waits ? waitBefore(row) : durationOf(row) - waitBefore(row);
    m_aside = QStringLiteral("W%1, %2").arg(ref.lane).arg(timeOf(length * 1e-9));
    if (waits) fillWait(row);
    else fillTask(run, row);
}

void HoverCard::fillTask(const RunModel& run, const Row& row)
{
    const std::uint64_t last = std::uint64_t{row.item} + std::max(1u, row.count) - 1;
    m_title = row.count <= 1 ? tr("Item %1").arg(countOf(row.item))
                             : tr("Items %1–%2").arg(countOf(row.item), countOf(last));
    const auto add = [&](Phase phase, Step step, const QString& note) {
        const double time = static_cast<double>(row[step]);
        const QString name = phaseName(phase);
        if (time > 0) m_lines.push_back({phase, name, timeOf(time * 1e-9), note});
    };
    const double median = run.medianCompute();
    const double times = median > 0 ? static_cast<double>(row[Step::Compute]) / median : 0;
    const QString slow =
        times >= 2 ? tr("%1 the median").arg(spoken(factorText(times))) : QString();
    const QString tasks = row.count > 1 ? tr("%1 tasks").arg(countOf(row.count)) : QString();
    add(Phase::Transfer, Step::In, bytesOf(row.bytesOut));
    add(Phase::Unpickle, Step::Unpickle, {});
    add(Phase::Compute, Step::Compute, slow.isEmpty() ? tasks : slow);
    add(Phase::Pickle, Step::Pickle, {});
    add(Phase::Transfer, Step::Out, bytesOf(row.bytesBack));
    if (row.failed > 0) m_aside += row.count > 1 ? tr(", %1 failed").arg(int{row.failed}) : tr(", failed");
    else if (row.attempt > 0) m_aside += tr(", attempt %1").arg(row.attempt + 1);
}

void HoverCard::fillWait(const Row& row)
{
    m_title = tr("Waits");
    const auto add = [&](Step step, const QString& name) {
        const double time = static_cast<double>(row[step]);
        if (time > 0) m_lines.push_back({phaseOf(step), name, timeOf(time * 1e-9), {}});
    };
    add(Step::Wait, tr("nothing for it to do"));
    add(Step::WaitUnpickle, tr("parent unpickles"));
    add(Step::WaitReceive, tr("parent reads"));
    add(Step::WaitPickle, tr("parent pickles for it"));
    add(Step::WaitSend, tr("parent writes to it"));
}

void HoverCard::layOut(const QPoint& at)
{
    const int padding = m_theme.px(12);
    const QFont bold = m_theme.font(13, QFont::DemiBold), plain = m_theme.font(12);
    double wide = figuresWidth(bold, m_title) + m_theme.px(24) + figuresWidth(plain, m_aside);
    for (const HoverLine& line : m_lines) {
        const double note = line.note.isEmpty() ? 0 : figuresWidth(plain, line.note) + m_theme.px(16);
        const double name = std::max<double>(m_theme.px(72), figuresWidth(plain, line.name) + m_theme.px(12));
        wide = std::max(wide, m_theme.px(18) + name + m_theme.px(56) + note);
    }
    const int tall = m_theme.px(24) + static_cast<int>(m_lines.size()) * m_theme.px(20) + m_theme.px(14);
    resize(static_cast<int>(std::ceil(wide)) + 2 * padding, tall);
    QPoint corner = at + QPoint(14, 16);
    const QRect room = parentWidget()->rect();
    if (corner.x() + width() > room.right()) corner.setX(std::max(0, at.x() - 14 - width()));
    if (corner.y() + height() > room.bottom()) corner.setY(std::max(0, at.y() - 16 - height()));
    move(corner);
}

void HoverCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.raisedEdge, 1));
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(framed(rect()), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int padding = m_theme.px(12);
    QRect line(padding, m_theme.px(8), width() - 2 * padding, m_theme.px(20));
    painter.setFont(m_theme.font(13, QFont::DemiBold));
    painter.setPen(m_theme.t1);
    drawFigures(painter, line, m_title);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    drawFigures(painter, line, m_aside, Qt::AlignRight | Qt::AlignVCenter);
    line.translate(0, m_theme.px(4));
    double names = m_theme.px(72);
    for (const HoverLine& part : m_lines) {
        names = std::max(names, figuresWidth(painter.font(), part.name) + m_theme.px(12));
    }
    for (const HoverLine& part : m_lines) {
        line.translate(0, m_theme.px(20));
        const int swatch = m_theme.px(10);
        const QRect square(line.left(), line.center().y() - swatch / 2 + 1, swatch, swatch);
        fillPhase(painter, square, m_theme, part.phase);
        painter.setPen(m_theme.t1);
        const int left = line.left() + m_theme.px(18);
        drawFigures(painter, QRectF(left, line.top(), names, line.height()), part.name);
        drawFigures(painter, QRectF(left + names, line.top(), m_theme.px(56), line.height()), part.time,
                    Qt::AlignRight | Qt::AlignVCenter);
        painter.setPen(m_theme.t3);
        drawFigures(painter, line, part.note, Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/example_run.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>
#include <random>

namespace poolscope {

namespace {

constexpr double exampleEnd = 240'000; // ns
constexpr int laneTop = 60;
constexpr int lanePitch = 34;
constexpr int laneHeight = 28;
constexpr int nameWidth = 56;

QColor faint(const QColor& colour, const QColor& ground)
{
    const auto mix = [](int a, int b) { return static_cast<int>(std::lround(b + 0.34 * (a - b))); };
    return {mix(colour.red(), ground.red()), mix(colour.green(), ground.green()),
            mix(colour.blue(), ground.blue())};
}

/// One lane of small chunks whose overhead is larger than their work, with gaps between bursts.
std::vector<Stretch> exampleLane(std::mt19937& random, int lane)
{
    std::vector<Stretch> stretches;
    std::gamma_distribution<double> around(8, 1 / 8.0);
    double at = 400.0 * lane;
    const auto add = [&](Phase phase, double length) {
        stretches.push_back({at, at + length, phase});
        at += length;
    };
    while (at < exampleEnd) {
        const bool straggler = lane == 0 && at > 55'000 && at < 60'000;
        add(Phase::Transfer, 1'100 * around(random));
        add(Phase::Unpickle, 900 * around(random));
        add(Phase::Compute, straggler ? 62'000 : 1'500 * around(random));
        add(Phase::Pickle, 1'700 * around(random));
        add(Phase::Transfer, 1'000 * around(random));
        const bool gap = std::fmod(at, 90'000) > 76'000 - 3'000 * lane;
        add(Phase::Wait, (gap ? 9'000 : 1'400) * around(random));
    }
    return stretches;
}

} // namespace

ExampleRun exampleRun()
{
    std::mt19937 random(4711); // NOLINT: the same picture every time
    ExampleRun run;
    run.end = exampleEnd;
    for (int lane = 0; lane < 4; ++lane) {
        run.lane.push_back(exampleLane(random, lane));
        for (const Stretch& stretch : run.lane.back()) {
            at(run.times, stretch.phase) += std::max(0.0, std::min(stretch.end, run.end) - stretch.begin);
        }
    }
    return run;
}

Theme ghostOf(Theme theme)
{
    for (QColor* colour : {&theme.compute, &theme.pickle, &theme.unpickle, &theme.transfer, &theme.wait,
                           &theme.pale, &theme.unpickleEdge, &theme.waitEdge}) {
        *colour = faint(*colour, theme.canvas);
    }
    if (theme.blackAndWhite) theme.ink = faint(theme.ink, theme.canvas);
    return theme;
}

void drawStretches(QPainter& painter, const std::vector<Stretch>& stretches, const QRectF& bar,
                   double begin, double end, const Theme& theme)
{
    const auto x = [&](double t) { return std::round(bar.left() + (t - begin) / (end - begin) * bar.width()); };
    for (const Stretch& stretch : stretches) {
        const double left = std::max(x(stretch.begin), bar.left());
        const double right = std::min(x(stretch.end), bar.right());
        if (right <= left) continue;
        const QRect rect = QRectF(left, bar.top(), right - left, bar.height()).toRect();
        const bool solid = stretch.phase == Phase::Compute && stretch.end - stretch.begin > 20'000;
        const bool pale = stretch.phase == Phase::Compute && !solid;
        fillPhase(painter, rect, theme, stretch.phase, pale);
    }
}

ExampleView::ExampleView(QWidget* parent) : QWidget(parent), m_run(exampleRun())
{
    setAccessibleName(tr("Example: the lanes of four workers, coloured by what they do"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ExampleView::setTheme(const Theme& theme)
{
    m_theme = ghostOf(theme);
    updateGeometry();
    update();
}

QSize ExampleView::sizeHint() const
{
    return {m_theme.px(1000), m_theme.px(laneTop + 4 * lanePitch + 26)};
}

void ExampleView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBar(painter);
    paintLegend(painter);
    for (int lane = 0; lane < 4; ++lane) {
        paintLane(painter, lane);
    }
    paintAxis(painter);
}

void ExampleView::paintBar(QPainter& painter) const
{
    std::vector<Stretch> shares;
    double sum = 0;
    for (std::size_t i = 0; i < phaseCount; ++i) {
        shares.push_back({sum, sum + m_run.times[i], static_cast<Phase>(i)});
        sum += m_run.times[i];
    }
    Theme strong = m_theme; // in the bar compute is never the paler one
    strong.pale = m_theme.compute;
    drawStretches(painter, shares, QRectF(0, 0, width(), m_theme.px(14)), 0, sum, strong);
}

void ExampleView::paintLegend(QPainter& painter) const
{
    const auto shares = wholeShares({m_run.times.begin(), m_run.times.end()});
    const int top = m_theme.px(22);
    const int whole = m_theme.px(90);
    painter.setFont(m_theme.font(12));
    const int pitch = std::min(m_theme.px(136), (width() - whole) / static_cast<int>(phaseCount));
    for (std::size_t i = 0; i < phaseCount; ++i) {
        const auto phase = static_cast<Phase>(i);
        const int left = static_cast<int>(i) * pitch;
        const QRect swatch(left, top + m_theme.px(3), m_theme.px(10), m_theme.px(10));
        fillPhase(painter, swatch, m_theme, phase);
        const QString name = phaseName(phase);
        const QString text = tr("%1 %2\u00a0%").arg(name).arg(shares[i]);
        painter.setPen(m_theme.t3);
        drawLabel(painter, QRectF(left + m_theme.px(16), top, pitch - m_theme.px(20), m_theme.px(16)), text);
    }
    drawLabel(painter, QRectF(width() - whole, top, whole, m_theme.px(16)), tr("of worker time"),
              Qt::AlignRight | Qt::AlignVCenter);
}

void ExampleView::paintLane(QPainter& painter, int lane) const
{
    const double top = m_theme.px(laneTop + lane * lanePitch);
    painter.setFont(m_theme.font(13));
    painter.setPen(m_theme.t3);
    drawLabel(painter, QRectF(0, top, m_theme.px(nameWidth), m_theme.px(laneHeight)),
              QStringLiteral("W%1").arg(lane));
    const double left = m_theme.px(nameWidth);
    drawStretches(painter, m_run.lane[static_cast<std::size_t>(lane)],
                  QRectF(left, top, width() - left, m_theme.px(laneHeight)), 0, m_run.end, m_theme);
}

void ExampleView::paintAxis(QPainter& painter) const
{
    const int left = m_theme.px(nameWidth);
    const int top = m_theme.px(laneTop + 4 * lanePitch);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.axis);
    painter.drawLine(left, top, width() - 1, top);
    for (int micros = 0; micros <= 240; micros += 40) {
        const int x = left + static_cast<int>((width() - 1 - left) * micros / 240.0);
        painter.setPen(m_theme.axis);
        painter.drawLine(x, top, x, top + 4);
        painter.setPen(m_theme.t3);
        const bool last = micros == 240;
        const QString text = last ? QStringLiteral("240\u00a0µs") : QString::number(micros);
        const auto align = micros == 0 ? Qt::AlignLeft : last ? Qt::AlignRight : Qt::AlignHCenter;
        const int shift = micros == 0 ? 0 : last ? -m_theme.px(60) : -m_theme.px(30);
        drawLabel(painter, QRectF(x + shift, top + 6, m_theme.px(60), m_theme.px(18)), text, align | Qt::AlignVCenter);
    }
}

} // namespace poolscope

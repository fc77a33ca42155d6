// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The top of the presenter: job, verdict, bar and advice.
#include "ui/charts/presenter_paint.h"

#include "ui/charts/figures.h"
#include "ui/charts/phase_fill.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

constexpr double margin = 56;

struct PresenterTerms {
    Q_DECLARE_TR_FUNCTIONS(Presenter)
};

double overheadHeight(std::size_t rows) { return 114 + 34 * static_cast<double>(rows); }

} // namespace

int PresenterLayout::px(double pixels) const { return static_cast<int>(std::lround(pixels * factor)); }

// Room is found in this order: closer lanes, no chart below them, fewer lanes.
PresenterLayout presenterLayout(const RunModel& run, const TimeRange& range, const QSize& size)
{
    PresenterLayout layout;
    layout.size = size;
    layout.factor = std::max(0.4, std::min(size.width() / 1920.0, size.height() / 1080.0));
    const auto workers = static_cast<int>(run.laneCount());
    const int all = workers == 0 ? 0 : workers + (run.hasParent() ? 1 : 0);
    layout.lanes = all;
    layout.rows = overheadRows(run, countedStretch(&range, nullptr));
    const double height = size.height() / layout.factor, below = 64; // the axis' ticks
    const auto pitchFor = [&](double taken) {
        return (height - layout.lanesTop() - below - taken) / std::max(1, all);
    };
    layout.pitch = pitchFor(overheadHeight(layout.rows.size()) - 34);
    if (layout.pitch < 44) {
        layout.overhead = false;
        layout.pitch = pitchFor(16);
    }
    layout.pitch = std::clamp(layout.pitch, 32.0, 128.0);
    const int most = static_cast<int>((height - layout.lanesTop() - below - 16) / layout.pitch);
    layout.lanes = std::min(all, std::max(1, most));
    layout.left = all - layout.lanes;
    return layout;
}

PresenterPaint::PresenterPaint(QPainter& painter, const Theme& theme, const RunModel& run, const TimeRange& range,
                               const PresenterLayout& layout)
    : m_painter(painter), m_theme(theme), m_large(theme), m_run(run), m_range(range), m_layout(layout)
{
    m_large.scale = layout.factor;
}

double PresenterPaint::widthOfWords(const Words& words) const
{
    return figuresWidth(m_large.font(words.pixels, words.weight), words.text) / m_layout.factor;
}

double PresenterPaint::put(double x, double y, const Words& words, double to, Qt::Alignment align)
{
    m_painter.setFont(m_large.font(words.pixels, words.weight));
    m_painter.setPen(words.colour);
    const double tall = words.pixels * 1.4;
    const QRectF line(m_layout.px(x), m_layout.px(y - tall / 2), m_layout.px(to - x), m_layout.px(tall));
    const double wide = figuresWidth(m_painter.font(), words.text);
    if (wide <= line.width() + 1) drawFigures(m_painter, line, words.text, align | Qt::AlignVCenter);
    else drawLabel(m_painter, line, words.text, align | Qt::AlignVCenter);
    return std::min(to, x + wide / m_layout.factor);
}

QString PresenterPaint::jobLine() const
{
    const RunPlan& plan = m_run.plan();
    if (plan.items == 0) return PresenterTerms::tr("%1, %2").arg(spoken(plan.title), detailOf(m_run));
    return PresenterTerms::tr("%1, %2 items, %3")
        .arg(spoken(plan.title), spoken(countText(plan.items)), detailOf(m_run));
}

/// "2.31 s, serial 1.41 s ±2 %"; while it runs how far it is.
QString PresenterPaint::timeLine() const
{
    const Summary& summary = m_run.summary();
    if (m_run.live() && m_run.plan().items > 0) {
        const double share = static_cast<double>(summary.done) / static_cast<double>(m_run.plan().items);
        const QString done = PresenterTerms::tr("%1\u00a0% done").arg(static_cast<int>(100 * share));
        if (!(summary.eta > 0)) return done;
        return PresenterTerms::tr("%1, %2 left").arg(done, spoken(roughTimeText(summary.eta)));
    }
    const QString wall = timeOf(summary.wall);
    const QString serial = spoken(summary.serialText).remove('(').remove(')');
    return serial.isEmpty() ? wall : PresenterTerms::tr("%1, serial %2").arg(wall, serial);
}

QString PresenterPaint::verdict() const
{
    const Summary& summary = m_run.summary();
    if (m_run.state() == RunState::Measuring) return PresenterTerms::tr("Measuring the serial cost …");
    if (!summary.speedup) return spoken(summary.headline);
    const QString said = spoken(summary.comparison);
    return said.left(1).toUpper() + said.mid(1);
}

void PresenterPaint::head()
{
    const double right = m_layout.size.width() / m_layout.factor - margin;
    const Words time{timeLine(), 28, QFont::Normal, m_theme.t3};
    const double timeWidth = widthOfWords(time);
    put(margin, 60, time, right, Qt::AlignRight);
    put(margin, 60, {jobLine(), 28, QFont::Normal, m_theme.t3}, right - timeWidth - 48);
    Words said{verdict(), 88, QFont::DemiBold, m_theme.t1};
    said.pixels = static_cast<int>(std::clamp(88 * (right - margin) / std::max(1.0, widthOfWords(said)), 40.0, 88.0));
    put(margin, 141, said, right);
}

void PresenterPaint::message(const StripMessage& message)
{
    const double right = m_layout.size.width() / m_layout.factor - margin;
    put(margin, 60, {spoken(m_run.plan().title), 28, QFont::Normal, m_theme.t3}, right);
    Words heading{message.heading, 72, QFont::DemiBold, m_theme.t1};
    heading.pixels = static_cast<int>(std::clamp(72 * (right - margin) / std::max(1.0, widthOfWords(heading)), 36.0, 72.0));
    put(margin, 150, heading, right);
    put(margin, 240, {message.strong + message.detail, 28, QFont::Medium, m_theme.t1}, right);
    if (message.code.isEmpty()) return;
    const QRect code(m_layout.px(margin), m_layout.px(290), m_layout.px(right - margin), m_layout.px(72));
    m_painter.fillRect(code, m_theme.code);
    m_painter.setFont(m_large.mono(26, QFont::DemiBold));
    m_painter.setPen(m_theme.t1);
    drawLabel(m_painter, code.adjusted(m_layout.px(24), 0, -m_layout.px(24), 0), message.code);
}

/// The name and the share inside, where they fit; the share alone where that does. Returns its end.
double PresenterPaint::segment(const QRect& here, Phase phase, int share)
{
    fillPhase(m_painter, here, m_theme, phase);
    const QString name = phaseName(phase);
    const QColor ink = m_theme.onPhase(phase);
    const Words named{name + QChar(' '), 26, QFont::Normal, ink};
    const Words told{QString::number(share) + QStringLiteral("\u00a0%"), 26, QFont::DemiBold, ink};
    const double left = here.left() / m_layout.factor + 16, middle = here.center().y() / m_layout.factor;
    const double room = here.width() / m_layout.factor - 32;
    const bool whole = widthOfWords(named) + widthOfWords(told) <= room;
    if (!whole) m_narrow += PresenterTerms::tr("%1 %2").arg(name, told.text);
    if (!whole && widthOfWords(told) > room) return left;
    const double wide = widthOfWords(told) + (whole ? widthOfWords(named) : 0);
    if (m_theme.needsPlate(phase)) {
        m_painter.fillRect(QRectF(m_layout.px(left - 8), here.top() + m_layout.px(12), m_layout.px(wide + 16),
                                  here.height() - m_layout.px(24)), m_theme.canvas);
    }
    const double next = whole ? put(left, middle, named, left + room) : left;
    return put(next, middle, told, left + room + 16);
}

void PresenterPaint::bar()
{
    const QRect bar(m_layout.px(margin), m_layout.px(212), m_layout.size.width() - 2 * m_layout.px(margin),
                    m_layout.px(64));
    m_painter.fillRect(bar, m_theme.track);
    const Summary& summary = m_run.summary();
    const auto shares = sharesOfWorkerTime(summary);
    const double all = summary.phases.total() + summary.start + summary.unaccounted;
    double before = 0;
    for (std::size_t i = 0; i < phaseCount && all > 0; ++i) {
        const auto phase = static_cast<Phase>(i);
        const auto at = [&](double seconds) {
            return bar.left() + static_cast<int>(std::lround(seconds / all * bar.width()));
        };
        const int from = at(before), to = at(before += summary.phases[phase]);
        if (to > from) segment(QRect(from, bar.top(), to - from, bar.height()), phase, shares[i]);
    }
    if (shares[phaseCount] > 0) {
        m_narrow += PresenterTerms::tr("start %1\u00a0%").arg(shares[phaseCount]);
    }
}

void PresenterPaint::advice(const QString& alert)
{
    const double right = m_layout.size.width() / m_layout.factor - margin;
    QString ofAll = m_run.live() ? PresenterTerms::tr("of worker time so far") : PresenterTerms::tr("of worker time");
    if (!m_narrow.isEmpty())
        ofAll = PresenterTerms::tr("%1 %2").arg(m_narrow.join(QStringLiteral(", ")), ofAll);
    const Words whole{ofAll, 28, QFont::Normal, m_theme.t3};
    const QString said = alert.isEmpty() ? spoken(m_run.summary().advice) : alert;
    put(margin, 310, whole, right, Qt::AlignRight);
    double left = margin;
    if (!alert.isEmpty()) {
        m_painter.setPen(m_theme.t1);
        drawCross(m_painter, QPointF(m_layout.px(margin + 15), m_layout.px(310)), m_layout.px(32), true);
        left += 44;
    }
    put(left, 310, {said, 28, QFont::Medium, m_theme.t1}, right - widthOfWords(whole) - 32);
}

} // namespace poolscope

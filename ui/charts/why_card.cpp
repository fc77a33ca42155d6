// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/why_card.h"

#include "ui/charts/figures.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

QString time(double seconds) { return timeOf(seconds); }

// "38 %", "21×", "∞": a cost in parts of the work.
QString ofWork(double cost, double work)
{
    if (!(work > 0)) return QStringLiteral("∞");
    return cost < 10 * work ? percentOf(cost / work) : spoken(factorText(cost / work));
}
} // namespace

WhyCard::WhyCard(const RunModel& run, const Theme& theme, QWidget* window) : QWidget(window), m_theme(theme)
{
    setFocusPolicy(Qt::ClickFocus);
    addVerdict(run);
    addItems(run);
    addWaits(run);
    double names = 0, formulas = 0, figures = 0;
    for (const Line& line : m_lines) {
        names = std::max(names, figuresWidth(m_theme.font(12), line.name));
        formulas = std::max(formulas, figuresWidth(m_theme.font(12), line.formula));
        figures = std::max(figures, figuresWidth(m_theme.font(12, QFont::DemiBold), line.figure));
    }
    const int wide = static_cast<int>(names + formulas + figures) + m_theme.px(24 + 48);
    setFixedSize(wide, static_cast<int>(m_lines.size()) * m_theme.px(22) + m_theme.px(20));
    setAccessibleName(tr("How the verdict is reckoned"));
}

void WhyCard::add(const QString& name, const QString& formula, const QString& figure)
{
    m_lines.push_back({name, formula, figure});
}

void WhyCard::addVerdict(const RunModel& run)
{
    const Summary& summary = run.summary();
    const int workers = std::max(1, run.plan().workers);
    if (summary.speedup && summary.serial) {
        const double factor = summary.speedup->median;
        const double wall = factor > 0 ? summary.serial->median / factor : 0;
        add(tr("speed-up"), tr("serial %1 ÷ run %2").arg(time(summary.serial->median), time(wall)),
            decimalText(factor, 2) + QStringLiteral("×"));
        add(tr("efficiency"), tr("%1 ÷ %2 workers").arg(decimalText(factor, 2)).arg(workers),
            percentOf(factor / workers));
    }
    add(tr("worker time"), tr("%1 workers × %2 elapsed").arg(workers).arg(time(summary.wall)), time(workers * summary.wall));
    add(tr("of it accounted for"), tr("phases + start"), time(summary.phases.total() + summary.start));
}

void WhyCard::addItems(const RunModel& run)
{
    const Summary& summary = run.summary();
    if (summary.done == 0) return;
    const Grounds grounds = groundsOf(summary);
    add(tr("the work in an item"), tr("compute ÷ items"), time(grounds.work));
    add(tr("what carrying it costs"), tr("(pickle + unpickle + transfer) ÷ items"), time(grounds.carrying));
    const double bytes = static_cast<double>(summary.bytesOut + summary.bytesBack) / static_cast<double>(summary.done);
    add(tr("bytes of an item"), tr("out and back ÷ items"), spoken(bytesText(std::round(bytes))));
    if (grounds.chunksize > 0) addChunks(run, grounds);
}

/// Why another chunk size would cost less.
void WhyCard::addChunks(const RunModel& run, const Grounds& grounds)
{
    const Summary& summary = run.summary();
    const double size = static_cast<double>(summary.done) / static_cast<double>(summary.chunks);
    const double perItem = (grounds.chunkOverhead - grounds.chunkFixed) / size;
    const double better = static_cast<double>(grounds.chunksize);
    add(tr("overhead of a chunk ÷ its work"), tr("%1 ÷ %2").arg(time(grounds.chunkOverhead), time(grounds.chunkWork)),
        ofWork(grounds.chunkOverhead, grounds.chunkWork));
    add(tr("of it at any size of chunk"), tr("envelope, messages, waiting to be served"), time(grounds.chunkFixed));
    add(tr("the same in chunks of %1").arg(countOf(grounds.chunksize)),
        tr("(%1 + %2 × %3) ÷ work").arg(time(grounds.chunkFixed), countOf(grounds.chunksize), time(perItem)),
        ofWork(grounds.chunkFixed / better + perItem, grounds.work));
}

void WhyCard::addWaits(const RunModel& run)
{
    const Summary& summary = run.summary();
    const Grounds grounds = groundsOf(summary);
    const QString names[] = {tr("waited for input"), tr("waited, nothing left"), tr("waited, run again"), tr("waited for the parent")};
    for (std::size_t i = 0; i < waitCauseCount && i < std::size(names); ++i) addPart(names[i], summary.waitCause[i], grounds.workerTime);
    addPart(tr("starting the workers"), summary.start, grounds.workerTime);
    addPart(tr("ready, but without a CPU"), grounds.cpuWait, grounds.workerTime);
    if (grounds.straggler) {
        const Straggler& straggler = *grounds.straggler;
        add(tr("worker %1 ÷ the others").arg(straggler.worker),
            tr("computed %1 ÷ %2 on average").arg(time(straggler.compute), time(straggler.others)),
            decimalText(straggler.compute / straggler.others, 1) + QStringLiteral("×"));
    }
}

/// A part of worker time, where it is worth a line.
void WhyCard::addPart(const QString& name, double seconds, double workerTime)
{
    if (workerTime > 0 && seconds / workerTime >= 0.005) {
        add(name, tr("of worker time %1").arg(percentOf(seconds / workerTime)), time(seconds));
    }
}

void WhyCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.raisedEdge, 1));
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(framed(rect()), 4, 4);
    double names = 0;
    for (const Line& line : m_lines) names = std::max(names, figuresWidth(m_theme.font(12), line.name));
    QRectF here(m_theme.px(12), m_theme.px(10), width() - m_theme.px(24), m_theme.px(22));
    for (const Line& line : m_lines) {
        painter.setFont(m_theme.font(12));
        painter.setPen(m_theme.t1);
        drawFigures(painter, here, line.name);
        painter.setPen(m_theme.t2);
        drawFigures(painter, here.adjusted(names + m_theme.px(24), 0, 0, 0), line.formula);
        painter.setFont(m_theme.font(12, QFont::DemiBold));
        painter.setPen(m_theme.t1);
        drawFigures(painter, here, line.figure, Qt::AlignRight | Qt::AlignVCenter);
        here.translate(0, m_theme.px(22));
    }
}

void WhyCard::mousePressEvent(QMouseEvent*) { deleteLater(); }

void WhyCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) deleteLater();
    else QWidget::keyPressEvent(event);
}

void WhyCard::focusOutEvent(QFocusEvent*) { hide(); }

} // namespace poolscope

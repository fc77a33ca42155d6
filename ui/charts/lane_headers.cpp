// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lane_headers.h"

#include "ui/charts/figures.h"

#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace poolscope {

namespace {


// Tenths of a percent of the total by largest remainder: they sum to 1000.
std::vector<int> tenths(const std::vector<double>& parts)
{
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    std::vector<int> whole(parts.size());
    if (!(sum > 0)) return whole;
    std::vector<std::pair<double, std::size_t>> rest;
    int left = 1000;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double exact = parts[i] / sum * 1000;
        whole[i] = static_cast<int>(exact);
        left -= whole[i];
        rest.emplace_back(whole[i] - exact, i);
    }
    std::sort(rest.begin(), rest.end());
    for (std::size_t i = 0; left > 0; ++i, --left) ++whole[rest[i % rest.size()].second];
    return whole;
}

std::vector<LaneProgress> whenOver(const std::vector<double>& items, bool complete)
{
    const std::vector<int> shares = tenths(items);
    const double most = items.empty() ? 0 : *std::max_element(items.begin(), items.end());
    std::vector<LaneProgress> progress(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        progress[i].share = decimalText(shares[i] / 10.0, 1) + QStringLiteral("\u00a0%");
        progress[i].filled = complete ? (items[i] > 0 ? 1 : 0) : most > 0 ? items[i] / most : 0;
    }
    return progress;
}

} // namespace

std::vector<LaneProgress> laneProgress(const RunModel& run)
{
    std::vector<double> items;
    for (std::size_t i = 0; i < run.laneCount(); ++i) items.push_back(static_cast<double>(run.worker(i).items));
    const Summary& summary = run.summary();
    if (summary.finished && !summary.cancelled) return whenOver(items, true);
    const double all = static_cast<double>(run.plan().items);
    const double part = all / static_cast<double>(std::max<std::size_t>(1, items.size()));
    std::vector<LaneProgress> progress(items.size());
    for (std::size_t i = 0; i < items.size() && part > 0; ++i) {
        progress[i].filled = std::min(1.0, items[i] / part);
        progress[i].mean = std::min(1.0, static_cast<double>(summary.done) / all);
        progress[i].share = percentOf(progress[i].filled);
    }
    return progress;
}

std::vector<LaneProgress> laneProgress(const RunModel& run, const Counted& stretch)
{
    if (!stretch.part()) return laneProgress(run);
    std::vector<double> items;
    for (std::size_t i = 0; i < run.laneCount(); ++i) items.push_back(run.lane(i).items(stretch.begin, stretch.end));
    return whenOver(items, false);
}

LaneHeaders::LaneHeaders(QWidget* parent) : QWidget(parent), m_theme(Theme::lightTheme()) {}

void LaneHeaders::setRun(RunModel* run)
{
    m_run = run;
    update();
}

void LaneHeaders::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void LaneHeaders::setCounted(const Counted& counted)
{
    m_counted = counted;
    update();
}

QString LaneHeaders::stateOf(std::size_t worker) const
{
    if (!m_counted.part()) return m_run->stateText(worker);
    const PhaseTimes times = m_run->workerTimes(worker, m_counted.begin, m_counted.end);
    const double busy = total(times) > 0 ? 1 - at(times, Phase::Wait) / total(times) : 0;
    return tr("busy %1\u00a0%").arg(std::lround(busy * 100));
}

QString LaneHeaders::itemsOf(std::size_t worker) const
{
    const std::uint64_t items =
        m_counted.part()
            ? static_cast<std::uint64_t>(std::llround(m_run->lane(worker).items(m_counted.begin, m_counted.end)))
            : m_run->worker(worker).items;
    return items == 1 ? tr("1 item") : tr("%1 items").arg(countOf(items));
}

void LaneHeaders::setLaneLayout(const LaneLayout& layout)
{
    m_layout = layout;
    update();
}

void LaneHeaders::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.canvas);
    if (!m_run) return;
    const std::vector<LaneProgress> progress = laneProgress(*m_run, m_counted);
    for (int lane = 0; lane < m_layout.lanes; ++lane) {
        if (!m_layout.seen(lane)) continue;
        const QRect here(0, m_layout.top(lane), width(), m_layout.pitch);
        const int worker = m_layout.worker(lane);
        painter.setClipRect(worker < 0 ? rect() : m_layout.scrolled(width()));
        if (worker < 0) paintParent(painter, here);
        else paintWorker(painter, here, static_cast<std::size_t>(worker), progress[static_cast<std::size_t>(worker)]);
    }
}

void LaneHeaders::paintName(QPainter& painter, const QRect& line, const QString& name, const QString& state,
                            const QString& right) const
{
    painter.setFont(m_theme.font(13, QFont::DemiBold));
    painter.setPen(m_theme.t1);
    drawFigures(painter, line, name);
    const int used = static_cast<int>(std::ceil(figuresWidth(painter.font(), name))) + m_theme.px(8);
    drawFigures(painter, line, right, Qt::AlignRight | Qt::AlignVCenter);
    const int kept = static_cast<int>(std::ceil(figuresWidth(painter.font(), right))) + m_theme.px(4);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    const QRect rest = line.adjusted(used, 0, -kept, 0);
    if (figuresWidth(painter.font(), state) <= rest.width()) drawFigures(painter, rest, state);
    else drawLabel(painter, rest, state);
}

void LaneHeaders::paintParent(QPainter& painter, const QRect& lane) const
{
    const Summary& summary = m_run->summary();
    const double all = summary.parent.total();
    const double busy = all > 0 ? (all - summary.parent[Phase::Wait]) / all : 0;
    const QString state = tr("busy %1\u00a0%").arg(std::lround(busy * 100));
    const int middle = lane.center().y() + 1, apart = m_theme.px(9), tall = m_theme.px(18);
    if (m_layout.narrow) {
        paintName(painter, lane, tr("parent"), {}, all > 0 ? percentOf(busy) : QString());
        return;
    }
    paintName(painter, QRect(0, middle - apart - tall / 2, width(), tall), tr("parent"), all > 0 ? state : QString(), {});
    const QRect second(0, middle + apart - tall / 2, width(), tall);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    const auto count = static_cast<int>(m_run->laneCount());
    const QString who = count == 1 ? tr("1 attendant") : tr("%1 attendants").arg(count);
    drawFigures(painter, second, isTraced(m_run->plan()) ? tr("its pool's threads") : who);
    if (m_run->parentMemory() == 0) return;
    const auto memory = static_cast<double>(m_run->parentMemory());
    drawFigures(painter, second, spoken(bytesText(memory)), Qt::AlignRight | Qt::AlignVCenter);
}

void LaneHeaders::paintWorker(QPainter& painter, const QRect& lane, std::size_t worker,
                              const LaneProgress& progress) const
{
    const QString name = QStringLiteral("W%1").arg(worker);
    const int middle = lane.center().y() + 1, apart = m_theme.px(14), tall = m_theme.px(18);
    const bool died = m_run->hasDied(worker);
    if (m_layout.narrow) {
        paintName(painter, lane, name, {}, progress.share);
        const int from = m_theme.px(40), to = width() - m_theme.px(56);
        paintBar(painter, QRect(from, middle - m_theme.px(3), to - from, m_theme.px(6)), progress, died);
        return;
    }
    paintName(painter, QRect(0, middle - apart - tall / 2, width(), tall), name, stateOf(worker), progress.share);
    paintBar(painter, QRect(0, middle - m_theme.px(3), width(), m_theme.px(6)), progress, died);
    const WorkerSummary& summary = m_run->worker(worker);
    const QRect last(0, middle + apart - tall / 2, width(), tall);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    drawFigures(painter, last, itemsOf(worker));
    const std::uint64_t memory = summary.rss && m_run->live() ? summary.rss : std::max(summary.rss, summary.maxRss);
    if (memory == 0) return;
    drawFigures(painter, last, spoken(bytesText(static_cast<double>(memory))),
                Qt::AlignRight | Qt::AlignVCenter);
}

void LaneHeaders::paintBar(QPainter& painter, const QRect& bar, const LaneProgress& progress, bool died) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double radius = bar.height() / 2.0;
    painter.setBrush(m_theme.track);
    painter.drawRoundedRect(bar, radius, radius);
    QRectF filled(bar);
    filled.setWidth(bar.width() * progress.filled);
    painter.setBrush(m_theme.fill);
    if (filled.width() >= 1) painter.drawRoundedRect(filled, std::min(radius, filled.width() / 2), radius);
    painter.restore();
    if (died) {
        painter.setPen(m_theme.ink);
        drawCross(painter, QPointF(std::min(filled.right() + 6, bar.right() - 5.0), bar.center().y() + 0.5), m_theme.px(14));
    } else if (progress.mean >= 0 && m_run->live()) {
        const int x = std::min(bar.right(), bar.left() + static_cast<int>(bar.width() * progress.mean));
        painter.fillRect(QRect(x, bar.top() - 2, 1, bar.height() + 4), m_theme.t1);
    }
}

void LaneHeaders::wheelEvent(QWheelEvent* event) { emit laneScrolled(-event->angleDelta().y() / 120 * m_layout.pitch); }

} // namespace poolscope

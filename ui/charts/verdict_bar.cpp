// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bar of the verdict, its labels, and the line of advice.
#include "ui/charts/verdict_paint.h"

#include "ui/charts/bar_batch.h"
#include "ui/charts/figures.h"
#include "ui/charts/phase_fill.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

struct VerdictBarTerms {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

/// The phases as core names them, told to the translators here.
[[maybe_unused]] constexpr const char* phases[] = {
    QT_TRANSLATE_NOOP("Verdict", "compute"),  QT_TRANSLATE_NOOP("Verdict", "pickle"),
    QT_TRANSLATE_NOOP("Verdict", "unpickle"), QT_TRANSLATE_NOOP("Verdict", "transfer"),
    QT_TRANSLATE_NOOP("Verdict", "wait"),
};

// Whole pixels in proportion, by largest remainder.
std::vector<int> wholePixels(const std::vector<double>& parts, int width)
{
    double sum = 0, before = 0;
    for (const double part : parts) sum += part;
    std::vector<int> pixels;
    int drawn = 0;
    for (const double part : parts) {
        before += part;
        const int edge = sum > 0 ? static_cast<int>(std::lround(before / sum * width)) : 0;
        pixels.push_back(edge - drawn);
        drawn = edge;
    }
    return pixels;
}

} // namespace

// The phases of the pool; where starting the workers or what is unaccounted for is worth a percent,
// they stand after them, so that the shares name their whole.
std::vector<VerdictPaint::Part> VerdictPaint::parts() const
{
    const Summary& summary = m_run->summary();
    const auto shares = sharesOfWorkerTime(summary);
    std::vector<Part> parts;
    for (std::size_t i = 0; i < phaseCount; ++i) {
        const auto phase = static_cast<Phase>(i);
        parts.push_back({phase, VerdictBarTerms::tr(nameOf(phase)), summary.phases[phase], shares[i]});
    }
    if (shares[phaseCount] > 0)
        parts.push_back({{}, VerdictBarTerms::tr("start"), summary.start, shares[phaseCount]});
    if (shares[phaseCount + 1] > 0) {
        parts.push_back(
            {{}, VerdictBarTerms::tr("unaccounted"), summary.unaccounted, shares[phaseCount + 1]});
    }
    return parts;
}

QString VerdictPaint::whole() const
{
    return m_run->live() ? VerdictBarTerms::tr("of worker time so far") : VerdictBarTerms::tr("of worker time");
}

void VerdictPaint::bar(QPainter& painter) const
{
    const int left = m_theme.px(chartSide);
    painter.setFont(m_theme.font(12));
    const int words = widthOf(painter.font(), whole());
    const QRect bar(left, m_theme.px(43), m_area.width() - 2 * left - words - m_theme.px(12), m_theme.px(16));
    painter.setPen(m_theme.t3);
    drawLabel(painter, QRect(m_area.right() + 1 - left - words, bar.top(), words + 1, bar.height()), whole());
    const std::vector<Part> all = parts();
    std::vector<double> seconds;
    for (const Part& part : all) seconds.push_back(part.seconds);
    const std::vector<int> pixels = wholePixels(seconds, bar.width());
    painter.fillRect(bar, m_theme.track);
    BarBatch batch(m_theme);
    int x = bar.left();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRect rect(x, bar.top(), pixels[i], bar.height());
        x += pixels[i];
        if (all[i].phase) batch.addEdged(rect, *all[i].phase);
        else painter.fillRect(rect.adjusted(0, 1, i + 1 == all.size() ? -1 : 0, -1), m_theme.canvas);
    }
    batch.draw(painter);
}

/// As wide as the longest of the phases needs it, as far as there is room.
int VerdictPaint::columnWidth() const
{
    const std::vector<Part> all = parts();
    std::vector<double> seconds;
    for (const Part& part : all) seconds.push_back(part.seconds);
    const std::vector<QString> times = timesInOneUnit(seconds);
    double needed = m_theme.px(176);
    for (std::size_t i = 0; i < phaseCount; ++i) {
        const QString share = QString::number(all[i].share) + QStringLiteral("\u00a0%");
        const double words = figuresWidth(m_theme.font(13), all[i].name + QChar(' ')) +
                             figuresWidth(m_theme.font(13, QFont::DemiBold), share);
        needed = std::max(needed,
                          words + figuresWidth(m_theme.font(12), times[i]) + m_theme.px(16 + 8 + 12));
    }
    const auto columns = static_cast<int>(std::max<std::size_t>(5, all.size()));
    return std::min(static_cast<int>(needed), (m_area.width() - 2 * m_theme.px(chartSide)) / columns);
}

QRect VerdictPaint::column(std::size_t index) const
{
    const int left = m_theme.px(chartSide), wide = columnWidth();
    return {left + static_cast<int>(index) * wide, m_theme.px(63), wide, m_theme.px(20)};
}

void VerdictPaint::labels(QPainter& painter, std::optional<Phase> filter) const
{
    const std::vector<Part> all = parts();
    std::vector<double> seconds;
    for (const Part& part : all) seconds.push_back(part.seconds);
    const std::vector<QString> times = timesInOneUnit(seconds);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRect here = column(i);
        const int size = m_theme.px(10);
        const QRect swatch(here.left(), here.center().y() - size / 2 + 1, size, size);
        if (all[i].phase) {
            fillPhase(painter, swatch, m_theme, *all[i].phase);
        } else {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(m_theme.waitEdge);
            painter.drawRect(swatch.adjusted(0, 0, -1, -1));
        }
        std::vector<Piece> pieces;
        const bool faint = filter && all[i].phase != filter;
        piece(pieces, all[i].name + QChar(' '), 13, QFont::Normal, faint ? m_theme.t3 : m_theme.t1);
        piece(pieces, QString::number(all[i].share) + QStringLiteral("\u00a0%"), 13, QFont::DemiBold, faint ? m_theme.t3 : m_theme.t1);
        const double left = here.left() + m_theme.px(16);
        const double used = draw(painter, left, QRectF(here).adjusted(0, 0, 8, 0), pieces);
        if (filter && all[i].phase == filter) {
            painter.fillRect(QRectF(left, here.bottom(), used - left, 2).toRect(), m_theme.ink);
        }
        painter.setFont(m_theme.font(12));
        painter.setPen(m_theme.t3);
        const QRectF rest(used + m_theme.px(8), here.top(), here.right() - used - m_theme.px(8), here.height());
        if (figuresWidth(painter.font(), times[i]) <= rest.width() + 4) drawFigures(painter, rest, times[i]);
    }
}

QString VerdictPaint::labelText(Phase phase) const
{
    const auto index = static_cast<std::size_t>(phase);
    const QString share = QString::number(sharesOfWorkerTime(m_run->summary())[index]);
    return VerdictBarTerms::tr(nameOf(phase)) + QChar(' ') + share + QStringLiteral("\u00a0%");
}

std::optional<Phase> VerdictPaint::phaseAt(const QPoint& point) const
{
    for (std::size_t i = 0; i < phaseCount; ++i) {
        if (column(i).contains(point)) return static_cast<Phase>(i);
    }
    return {};
}

// What follows the colon is what to do: it is bold. "Chunks of 1 cost more than …: **try 256.**"
std::vector<VerdictPaint::Piece> VerdictPaint::adviceWords(const QString& alert, const QString& detail) const
{
    std::vector<Piece> pieces;
    if (!alert.isEmpty()) {
        piece(pieces, alert, 13, QFont::DemiBold, m_theme.t1);
        piece(pieces, detail, 13, QFont::Normal, m_theme.t2);
        return pieces;
    }
    const QString advice = spoken(m_run->summary().advice);
    const qsizetype colon = advice.lastIndexOf(QLatin1String(": "));
    const qsizetype split = colon < 0 ? advice.size() : colon + 2;
    piece(pieces, advice.left(split), 13, QFont::Normal, m_theme.t1);
    piece(pieces, advice.mid(split), 13, QFont::DemiBold, m_theme.t1);
    return pieces;
}

int VerdictPaint::adviceRight(const QString& alert, const QString& detail) const
{
    if (!m_run) return 0;
    const double left = m_theme.px(alert.isEmpty() ? chartSide : chartSide + 22);
    const double most = m_area.width() - m_theme.px(360); // the buttons and the cost of observing
    return static_cast<int>(std::ceil(std::min(left + width(adviceWords(alert, detail)), most)));
}

void VerdictPaint::advice(QPainter& painter, const QString& alert, const QString& detail) const
{
    const double left = m_theme.px(alert.isEmpty() ? chartSide : chartSide + 22);
    const QRectF line(left, m_theme.px(89), adviceRight(alert, detail) - left, m_theme.px(20));
    painter.setPen(m_theme.t1);
    if (!alert.isEmpty()) drawCross(painter, QPointF(m_theme.px(chartSide + 8), line.center().y()), m_theme.px(16), true);
    draw(painter, left, line, adviceWords(alert, detail));
}

void VerdictPaint::observing(QPainter& painter, int right) const
{
    const double cost = m_run->summary().observing * 100;
    const QString share = decimalText(cost, cost < 10 ? 1 : 0);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    drawFigures(painter, QRectF(right - 200, m_theme.px(89), 200, m_theme.px(20)),
                VerdictBarTerms::tr("observing cost %1\u00a0%").arg(share),
                Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace poolscope

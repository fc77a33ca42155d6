// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/verdict_paint.h"

#include "ui/charts/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace poolscope {

namespace {

struct VerdictTerms {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

} // namespace

std::vector<QString> timesInOneUnit(const std::vector<double>& seconds)
{
    const double most = seconds.empty() ? 0 : *std::max_element(seconds.begin(), seconds.end());
    struct Unit {
        double seconds;
        const char* name;
    };
    constexpr Unit units[] = {{1, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {1e-9, "ns"}};
    const Unit* unit = &units[0];
    for (const Unit& each : units) {
        unit = &each;
        if (most >= 0.1 * each.seconds) break;
    }
    if (most <= 0) unit = &units[0];
    const auto vanishes = [unit](double time) { return time > 0 && time < 0.005 * unit->seconds; };
    const bool small = most < unit->seconds && unit != std::prev(std::end(units)) &&
                       std::any_of(seconds.begin(), seconds.end(), vanishes);
    if (small) ++unit; // of which the largest has hundreds
    std::vector<QString> texts;
    for (const double time : seconds) {
        texts.push_back(decimalText(time / unit->seconds, small ? 1 : 2) + QChar(0xa0) +
                        QString::fromUtf8(unit->name));
    }
    return texts;
}

VerdictPaint::VerdictPaint(const Theme& theme, const RunModel* run, const QRect& area)
    : m_theme(theme), m_run(run), m_area(area)
{
}

void VerdictPaint::piece(std::vector<Piece>& pieces, const QString& text, int pixels, int weight,
                         const QColor& color) const
{
    if (!text.isEmpty()) pieces.push_back({text, m_theme.font(pixels, weight), color});
}

double VerdictPaint::width(const std::vector<Piece>& pieces)
{
    double sum = 0;
    for (const Piece& piece : pieces) sum += figuresWidth(piece.font, piece.text);
    return sum;
}

double VerdictPaint::draw(QPainter& painter, double x, const QRectF& line, const std::vector<Piece>& pieces)
{
    for (const Piece& piece : pieces) {
        painter.setFont(piece.font);
        painter.setPen(piece.color);
        const double wide = figuresWidth(piece.font, piece.text);
        const double room = line.right() - x;
        const QRectF here(x, line.top(), std::min(wide, room), line.height());
        if (wide <= room + 1) drawFigures(painter, here, piece.text);
        else if (room > 20) drawLabel(painter, here, piece.text);
        x += wide;
    }
    return std::min(x, line.right());
}

// "4 processes: ≈ 2.4 s · ≈ 1.7× slower than serial (1.41 s ±2 %) · efficiency ≈ 15 %"
std::vector<VerdictPaint::Piece> VerdictPaint::words() const
{
    const Summary& summary = m_run->summary();
    std::vector<Piece> pieces;
    const QString headline = spoken(summary.headline);
    const qsizetype colon = headline.indexOf(QLatin1String(": "));
    const QString dot = QStringLiteral("\u2002·\u2002");
    piece(pieces, headline.left(colon + 2), 20, QFont::Normal, m_theme.t2);
    piece(pieces, headline.mid(colon + 2), 20, QFont::DemiBold, m_theme.t1);
    if (!summary.comparison.empty()) {
        piece(pieces, dot, 20, QFont::Normal, m_theme.t2);
        const int weight = summary.speedup ? QFont::DemiBold : QFont::Normal;
        piece(pieces, spoken(summary.comparison), 20, weight, summary.speedup ? m_theme.t1 : m_theme.t2);
    }
    if (!summary.speedup) return pieces;
    piece(pieces, QChar(' ') + spoken(summary.serialText), 20, QFont::Normal, m_theme.t2);
    if (!summary.efficiency || m_run->plan().backend == "serial") return pieces;
    const QString about = summary.finished && !summary.cancelled ? QString() : QStringLiteral("≈\u00a0");
    piece(pieces, dot + VerdictTerms::tr("efficiency %1").arg(about + percentOf(*summary.efficiency)), 20,
          QFont::Normal, m_theme.t2);
    return pieces;
}

void VerdictPaint::sentence(QPainter& painter) const
{
    const QRectF line(m_area.left() + m_theme.px(chartSide), m_theme.px(8), 0, m_theme.px(30));
    const std::vector<Piece> pieces = words();
    const double room = m_area.width() - m_theme.px(2 * chartSide + 40) - width(pieces);
    const int right = progress(painter, room);
    draw(painter, line.left(), line.adjusted(0, 0, right - line.left() - m_theme.px(32), 0), pieces);
}

int VerdictPaint::sentenceRight() const
{
    const double room = m_area.width() - m_theme.px(2 * chartSide + 40) - width(words());
    const double least = progressWidth(false, false);
    const double most = m_area.width() - m_theme.px(chartSide) - least - m_theme.px(32);
    return static_cast<int>(std::min(m_theme.px(chartSide) + width(words()), room < least ? most : 1e9));
}

std::vector<VerdictPaint::Piece> VerdictPaint::progressWords(bool counts) const
{
    const Summary& summary = m_run->summary();
    const QString all = spoken(countText(m_run->plan().items));
    std::vector<Piece> pieces;
    if (m_run->live()) {
        if (counts)
            piece(pieces, VerdictTerms::tr("%1 of %2 items").arg(spoken(countText(summary.done)), all), 13,
                  QFont::Normal, m_theme.t2);
        return pieces;
    }
    const QString dot = QStringLiteral("\u2002·\u2002");
    if (summary.cancelled) {
        piece(pieces, VerdictTerms::tr("%1 of %2 items").arg(spoken(countText(summary.done)), all), 13,
              QFont::Normal, m_theme.t2);
        return pieces;
    }
    if (counts) {
        piece(pieces,
              m_run->plan().items == 1 ? VerdictTerms::tr("1 item") : VerdictTerms::tr("%1 items").arg(all), 13,
              QFont::Normal, m_theme.t2);
        const QString chunks = spoken(countText(summary.chunks));
        piece(pieces,
              dot +
                  (summary.chunks == 1 ? VerdictTerms::tr("1 chunk") : VerdictTerms::tr("%1 chunks").arg(chunks)),
              13, QFont::Normal, m_theme.t2);
        piece(pieces, dot, 13, QFont::Normal, m_theme.t2);
    }
    piece(pieces, VerdictTerms::tr("%1 items/s").arg(spoken(quantityText(summary.itemsPerSecond))), 13,
          QFont::DemiBold, m_theme.t1);
    return pieces;
}

double VerdictPaint::progressWidth(bool counts, bool bar) const
{
    double sum = width(progressWords(counts));
    if (!m_run->live()) return sum;
    if (counts) sum += m_theme.px(16);
    if (bar) sum += m_theme.px(120 + 10);
    sum += figuresWidth(m_theme.font(13, QFont::DemiBold), QStringLiteral("100\u00a0%"));
    const Summary& summary = m_run->summary();
    const QString left = VerdictTerms::tr("%1 left").arg(spoken(roughTimeText(summary.eta)));
    return summary.eta > 0 ? sum + m_theme.px(12) + figuresWidth(m_theme.font(13), left) : sum;
}

// Right of the sentence; what has no room goes: first the counts, then the bar. Returns its left edge.
int VerdictPaint::progress(QPainter& painter, double room) const
{
    bool counts = true, bar = true;
    if (progressWidth(counts, bar) > room) counts = false;
    if (progressWidth(counts, bar) > room) bar = false;
    const double right = m_area.right() + 1 - m_theme.px(chartSide);
    double x = right - progressWidth(counts, bar);
    const int edge = static_cast<int>(x);
    const QRectF line(x, m_theme.px(13), right - x, m_theme.px(20));
    x = draw(painter, x, line, progressWords(counts));
    if (!m_run->live()) return edge;
    if (counts) x += m_theme.px(16);
    const double items = static_cast<double>(std::max<std::uint64_t>(1, m_run->plan().items));
    const double share = std::min(1.0, static_cast<double>(m_run->summary().done) / items);
    if (bar) {
        const QRectF track(x, line.center().y() - m_theme.px(3), m_theme.px(120), m_theme.px(6));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.track);
        painter.drawRoundedRect(track, 3, 3);
        painter.setBrush(m_theme.fill);
        const QRectF filled(track.left(), track.top(), track.width() * share, track.height());
        if (filled.width() >= 1) painter.drawRoundedRect(filled, std::min(3.0, filled.width() / 2), 3);
        painter.setRenderHint(QPainter::Antialiasing, false);
        x += m_theme.px(120 + 10);
    }
    painter.setFont(m_theme.font(13, QFont::DemiBold));
    painter.setPen(m_theme.t1);
    const double wide = figuresWidth(painter.font(), QStringLiteral("100\u00a0%"));
    drawFigures(painter, QRectF(x, line.top(), wide, line.height()), percentOf(std::floor(share * 100) / 100),
                Qt::AlignRight | Qt::AlignVCenter);
    if (!(m_run->summary().eta > 0)) return edge;
    painter.setFont(m_theme.font(13));
    painter.setPen(m_theme.t2);
    const QString left = VerdictTerms::tr("%1 left").arg(spoken(roughTimeText(m_run->summary().eta)));
    drawFigures(painter, line, left, Qt::AlignRight | Qt::AlignVCenter);
    return edge;
}

} // namespace poolscope

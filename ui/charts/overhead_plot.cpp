// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/overhead_plot.h"

#include "ui/charts/bar_batch.h"
#include "ui/charts/figures.h"
#include "ui/charts/phase_fill.h"
#include "ui/charts/verdict_paint.h"

#include <cmath>

namespace poolscope {

namespace {

constexpr int leastPitch = 15, mostPitch = 64, leastRows = 3;
constexpr int headRoom = 20, axisRoom = 44, sumRoom = 28;
constexpr Phase phases[] = {Phase::Pickle, Phase::Unpickle, Phase::Transfer};

constexpr AxisUnit timeUnits[] = {{1, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {1e-9, "ns"}};
constexpr AxisUnit byteUnits[] = {{1e9, "GB"}, {1e6, "MB"}, {1e3, "kB"}, {1, "B"}};

} // namespace

OverheadPlot::OverheadPlot(QWidget* parent)
    : QCustomPlot(parent), m_theme(Theme::lightTheme()), m_ticker(new StepTicker)
{
    preparePlot(*this, QMargins(68, 20, 204, 44));
    xAxis->setTicker(m_ticker);
    new Painted(xAxis, yAxis, [this](QCPPainter& painter) { paintRows(painter); }, false);
}

void OverheadPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    stylePlot(*this, theme);
    styleAxis(*xAxis, theme, true, true);
}

void OverheadPlot::show(std::vector<OverheadRow> rows, OverheadChart::Unit unit, bool inRange)
{
    m_all = std::move(rows);
    m_unit = unit;
    m_inRange = inRange;
}

std::array<double, 3> OverheadPlot::values(const OverheadRow& row) const
{
    if (m_unit == OverheadChart::Unit::Bytes) return {row.pickled / m_axisUnit, row.unpickled / m_axisUnit, 0};
    const double each = m_unit == OverheadChart::Unit::Percent ? row.whole / 100 : m_axisUnit;
    if (!(each > 0)) return {};
    return {row.pickle / each, row.unpickle / each, row.transfer / each};
}

int OverheadPlot::leastHeight() const { return m_theme.px(headRoom + leastRows * leastPitch + sumRoom + axisRoom); }

// How many rows fit, how far apart they are, and the unit and length of the axis.
void OverheadPlot::measure()
{
    const int top = m_theme.px(headRoom), bottom = m_theme.px(axisRoom), sigma = m_theme.px(sumRoom);
    const int room = std::max(m_theme.px(leastRows * leastPitch), height() - top - bottom - sigma);
    m_rows = withRestJoined(m_all, static_cast<std::size_t>(room / m_theme.px(leastPitch)) + 1);
    const int rows = std::max(1, static_cast<int>(m_rows.size()) - 1);
    m_pitch = std::clamp(room / rows, m_theme.px(leastPitch), m_theme.px(mostPitch));
    m_bar = std::clamp(m_pitch * 7 / 12, m_theme.px(14), m_theme.px(32));
    const int sum = std::max(sigma, m_bar + m_theme.px(14));
    m_pitch = std::clamp((room + sigma - sum) / rows, m_theme.px(leastPitch), m_pitch);
    m_wide = width() >= m_theme.px(480);
    const int numbers = m_theme.px(m_wide ? 204 : 140);
    const int below = height() - top - rows * m_pitch - sum;
    axisRect()->setMargins(QMargins(m_theme.px(68), top, numbers, std::max(bottom, below)));
    double seconds = 0, bytes = 0, most = 0;
    for (const OverheadRow& row : m_rows) {
        seconds = std::max(seconds, row.time());
        bytes = std::max(bytes, row.pickled + row.unpickled);
    }
    const bool inBytes = m_unit == OverheadChart::Unit::Bytes;
    const AxisUnit& unit = inBytes ? axisUnitFor(byteUnits, bytes) : axisUnitFor(timeUnits, seconds);
    m_axisUnit = unit.size;
    m_unitName = m_unit == OverheadChart::Unit::Percent ? QStringLiteral("%") : QString::fromUtf8(unit.name);
    for (const OverheadRow& row : m_rows) {
        const auto parts = values(row);
        most = std::max(most, parts[0] + parts[1] + parts[2]);
    }
    if (!(most > 0)) most = 1;
    const double step = StepTicker::stepFor(most, 4);
    double length = std::ceil(most / step - 1e-9) * step;
    if (m_unit == OverheadChart::Unit::Percent) length = std::min(length, 100.0);
    m_ticker->setMost(5);
    xAxis->setRange(0, length * (1 + 1e-9));
}

void OverheadPlot::redraw()
{
    measure();
    replot(QCustomPlot::rpQueuedRefresh);
}

// The last row is Σ, a little apart.
QRect OverheadPlot::rowRect(std::size_t row) const
{
    const QRect area = axisRect()->rect();
    const auto rows = static_cast<int>(m_rows.size()) - 1;
    const int top = area.top() + static_cast<int>(row) * m_pitch;
    if (static_cast<int>(row) < rows) return {0, top, width(), m_pitch};
    const int tall = std::max(m_theme.px(24), m_bar + m_theme.px(10));
    return {0, area.top() + rows * m_pitch + m_theme.px(4), width(), tall};
}

void OverheadPlot::paintRows(QCPPainter& painter) const
{
    if (m_rows.empty()) return;
    const QRect area = axisRect()->rect();
    const QRect sum = rowRect(m_rows.size() - 1);
    painter.fillRect(QRect(m_theme.px(chartSide), sum.top() - 1, width() - m_theme.px(2 * chartSide), 1), m_theme.line);
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const bool last = row + 1 == m_rows.size();
        painter.setFont(m_theme.font(13, last ? QFont::DemiBold : QFont::Medium));
        painter.setPen(m_theme.t1);
        const QRect here = rowRect(row);
        drawFigures(painter, QRect(m_theme.px(chartSide), here.top(), area.left() - m_theme.px(chartSide), here.height()),
                    m_rows[row].name);
        paintBar(painter, row);
    }
    painter.fillRect(QRect(area.left() - 1, area.top(), 1, area.height()), m_theme.axis);
    paintHeads(painter);
    paintNumbers(painter);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    drawLabel(painter, QRect(area.left() - m_theme.px(52), area.bottom() + m_theme.px(22), area.width() + m_theme.px(104), m_theme.px(18)),
              axisTitle(), Qt::AlignCenter);
}

void OverheadPlot::paintBar(QCPPainter& painter, std::size_t row) const
{
    const QRect here = rowRect(row);
    const int tall = std::min(m_bar, here.height() - 3);
    const int top = here.top() + (here.height() - tall) / 2;
    const auto parts = values(m_rows[row]);
    double before = 0;
    int left = static_cast<int>(std::lround(xAxis->coordToPixel(0)));
    BarBatch batch(m_theme);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        before += parts[i];
        const int right = static_cast<int>(std::lround(xAxis->coordToPixel(before)));
        batch.addEdged(QRect(left, top, right - left, tall), phases[i]);
        left = right;
    }
    batch.draw(painter);
}

/// The legend: over the bars, or farther left where long names would meet the heads of the figures.
void OverheadPlot::paintHeads(QCPPainter& painter) const
{
    painter.setFont(m_theme.font(12));
    std::vector<std::pair<Phase, QString>> names;
    int wide = 0;
    for (const Phase phase : phases) {
        if (m_unit == OverheadChart::Unit::Bytes && phase == Phase::Transfer) continue;
        names.emplace_back(phase, phaseName(phase));
        wide += m_theme.px(28) + widthOf(painter.font(), names.back().second);
    }
    const NumberColumn first = numbers().front();
    const int room = first.right - widthOf(painter.font(), first.head) - wide;
    int x = std::clamp(room, m_theme.px(chartSide), std::max(m_theme.px(chartSide), axisRect()->left()));
    const int size = m_theme.px(10), tall = m_theme.px(20);
    for (const auto& [phase, name] : names) {
        const QRect swatch(x, (tall - size) / 2, size, size);
        fillPhase(painter, swatch, m_theme, phase);
        painter.setPen(m_theme.t2);
        drawLabel(painter, QRect(x + m_theme.px(16), 0, 200, tall), name);
        x += m_theme.px(28) + widthOf(painter.font(), name);
    }
}

std::vector<OverheadPlot::NumberColumn> OverheadPlot::numbers() const
{
    std::vector<double> seconds;
    for (const OverheadRow& row : m_rows) seconds.push_back(row.time());
    NumberColumn time{tr("time"), width() - m_theme.px(chartSide + 124), timesInOneUnit(seconds)};
    NumberColumn bytes{tr("bytes"), width() - m_theme.px(chartSide + 60), {}};
    NumberColumn speed{tr("MB/s"), width() - m_theme.px(chartSide), {}};
    for (const OverheadRow& row : m_rows) {
        bytes.texts.push_back(spoken(bytesText(std::round(row.moved))));
        const double rate = row.time() > 0 ? row.moved / 1e6 / row.time() : 0;
        const int decimals = rate >= 10 || rate <= 0 ? 0 : rate >= 1 ? 1 : 2;
        speed.texts.push_back(row.time() > 0 ? decimalText(rate, decimals) : QStringLiteral("–"));
    }
    return m_wide ? std::vector<NumberColumn>{time, bytes, speed} : std::vector<NumberColumn>{bytes, speed};
}

void OverheadPlot::paintNumbers(QCPPainter& painter) const
{
    for (const NumberColumn& column : numbers()) {
        painter.setFont(m_theme.font(12));
        painter.setPen(m_theme.t3);
        const int wide = m_theme.px(80);
        drawLabel(painter, QRect(column.right - wide, 0, wide, m_theme.px(20)), column.head, Qt::AlignRight | Qt::AlignVCenter);
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            const bool last = row + 1 == m_rows.size();
            painter.setFont(m_theme.font(12, last ? QFont::DemiBold : QFont::Normal));
            painter.setPen(m_theme.t1);
            const QRect here = rowRect(row);
            drawFigures(painter, QRect(column.right - wide, here.top(), wide, here.height()), column.texts[row],
                        Qt::AlignRight | Qt::AlignVCenter);
        }
    }
}

QString OverheadPlot::axisTitle() const
{
    if (m_unit == OverheadChart::Unit::Percent) {
        return m_inRange ? tr("% of the time in the range") : tr("% of the time of each worker or attendant");
    }
    const bool bytes = m_unit == OverheadChart::Unit::Bytes;
    if (m_inRange) return tr("%1 in the range").arg(m_unitName);
    return bytes ? tr("%1 pickled and unpickled").arg(m_unitName) : tr("%1 of each worker or attendant").arg(m_unitName);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/compare_strip.h"

#include "ui/charts/bar_batch.h"
#include "ui/charts/controls.h"
#include "ui/charts/phase_fill.h"
#include "ui/charts/verdict_paint.h"
#include "ui/charts/words.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace poolscope {

namespace {

constexpr int barLeft = 72, barTall = 14;
constexpr int wordsRoom = 192; // right of the longest bar: "9.24 s of worker time"
constexpr std::size_t mostChanges = 2;

QString capital(QString name)
{
    if (!name.isEmpty()) name[0] = name[0].toUpper();
    return name;
}

/// Of all workers, their start and what is unaccounted for with it.
double workerTime(const Summary& run) { return run.phases.total() + run.start + run.unaccounted; }

} // namespace

CompareStrip::CompareStrip(QWidget* parent)
    : QWidget(parent),
      m_theme(Theme::lightTheme()),
      m_help(new HelpMark(tr("Time of the run before ÷ time of the run after; of one item each "
                             "where the runs did not "
                             "do the same items. Below 1.1× they are called alike."),
                          this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CompareStrip::setModel(ComparisonModel* model)
{
    m_model = model;
    connect(model, &ComparisonModel::changed, this, &CompareStrip::refresh);
    refresh();
}

void CompareStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_help->setTheme(theme);
    updateGeometry();
    refresh();
}

void CompareStrip::refresh()
{
    setAccessibleName(sentence());
    const bool weighs = m_model && !m_model->empty();
    m_help->setVisible(weighs);
    if (weighs) {
        const int right = m_theme.px(chartSide) + static_cast<int>(std::ceil(headline().width()));
        m_help->move(std::min(right + m_theme.px(10), width() - m_theme.px(chartSide) - m_help->width()),
                     m_theme.px(23) - m_help->height() / 2);
    }
    update();
}

void CompareStrip::resizeEvent(QResizeEvent*) { refresh(); }

// "Run 4 is **4.8× faster than run 3** · one thing changed: chunk **256** instead of **1**"
Words CompareStrip::headline() const
{
    Words words(m_theme);
    if (!m_model || m_model->empty()) {
        return words.add(tr("Nothing to compare yet"), 20, QFont::DemiBold);
    }
    const Comparison& found = m_model->comparison();
    const QString before = m_model->beforeName(), after = m_model->afterName();
    if (found.pace == Pace::Unknown) return words.add(spoken(found.headline), 20, QFont::DemiBold);
    words.add(tr("%1 is ").arg(capital(after)), 20);
    const QString factor = spoken(factorText(found.factor));
    const QString verdict =
        found.pace == Pace::Alike ? tr("alike to %1").arg(before)
        : found.pace == Pace::Faster
            ? (found.perItem ? tr("%1 faster an item than %2") : tr("%1 faster than %2"))
                  .arg(factor, before)
            : (found.perItem ? tr("%1 slower an item than %2") : tr("%1 slower than %2"))
                  .arg(factor, before);
    words.add(verdict, 20, QFont::DemiBold).add(QStringLiteral("\u2002·\u2002"), 20);
    addChanges(words);
    return words;
}

void CompareStrip::addChanges(Words& words) const
{
    const auto& changed = m_model->comparison().changed;
    if (changed.empty()) {
        words.add(tr("nothing was changed"), 20);
        return;
    }
    const auto count = static_cast<int>(changed.size());
    words.add(count == 1 ? tr("one thing changed: ") : tr("%1 things changed: ").arg(count), 20);
    for (std::size_t i = 0; i < std::min(changed.size(), mostChanges); ++i) {
        if (i > 0) words.add(QStringLiteral(", "), 20);
        words.add(spoken(changed[i].name) + QChar(' '), 20)
            .add(spoken(changed[i].b), 20, QFont::DemiBold);
        words.add(tr(" instead of "), 20).add(spoken(changed[i].a), 20, QFont::DemiBold);
    }
    if (changed.size() > mostChanges) words.add(QStringLiteral(" …"), 20);
}

QString CompareStrip::sentence() const { return headline().text(); }

QRect CompareStrip::bar(bool after) const
{
    if (!m_model || m_model->empty()) return {};
    const double here = workerTime((after ? m_model->after() : m_model->before())->summary());
    const double most =
        std::max(workerTime(m_model->before()->summary()), workerTime(m_model->after()->summary()));
    const int room = width() - m_theme.px(barLeft + wordsRoom);
    const int wide = most > 0 ? static_cast<int>(std::lround(room * here / most)) : 0;
    return {m_theme.px(barLeft), m_theme.px(after ? 67 : 45), std::max(1, wide),
            m_theme.px(barTall)};
}

void CompareStrip::paintBar(QPainter& painter, bool after) const
{
    const Summary& run = (after ? m_model->after() : m_model->before())->summary();
    const QRect whole = bar(after);
    painter.setFont(m_theme.font(13, QFont::DemiBold));
    painter.setPen(m_theme.t1);
    drawFigures(
        painter,
        QRect(m_theme.px(chartSide), whole.top() - 3, m_theme.px(barLeft - chartSide), whole.height() + 6),
        capital(after ? m_model->afterName() : m_model->beforeName()));
    painter.fillRect(whole, m_theme.track); // start-up and what is unaccounted for
    BarBatch batch(m_theme);
    double before = 0;
    int x = whole.left();
    for (std::size_t i = 0; i < phaseCount && workerTime(run) > 0; ++i) {
        before += run.phases.all[i];
        const int edge =
            whole.left() + static_cast<int>(std::lround(before / workerTime(run) * whole.width()));
        batch.addEdged(QRect(x, whole.top(), edge - x, whole.height()), static_cast<Phase>(i));
        x = edge;
    }
    batch.draw(painter);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t2);
    drawFigures(painter,
                QRect(whole.right() + m_theme.px(10), whole.top() - 3, m_theme.px(wordsRoom),
                      whole.height() + 6),
                tr("%1 of worker time").arg(timeOf(workerTime(run))));
}

// "1.58 → 1.48 s": the figures of the table.
QString CompareStrip::changeOf(Phase phase) const
{
    for (const Difference& row : m_model->comparison().totals) {
        if (row.phase != phase) continue;
        const QString before = spoken(row.aText), after = spoken(row.bText);
        const QChar gap(0xa0);
        const bool oneUnit = before.section(gap, 1) == after.section(gap, 1);
        return tr("%1 → %2").arg(oneUnit ? before.section(gap, 0, 0) : before, after);
    }
    return {};
}

void CompareStrip::paintLabels(QPainter& painter) const
{
    const int room = (width() - m_theme.px(barLeft + chartSide)) / static_cast<int>(phaseCount);
    const int wide = std::min(m_theme.px(208), room), size = m_theme.px(10);
    for (std::size_t i = 0; i < phaseCount; ++i) {
        const auto phase = static_cast<Phase>(i);
        const QRect here(m_theme.px(barLeft) + static_cast<int>(i) * wide, m_theme.px(93), wide,
                         m_theme.px(20));
        const QRect swatch(here.left(), here.center().y() - size / 2 + 1, size, size);
        fillPhase(painter, swatch, m_theme, phase);
        Words words(m_theme);
        words
            .add(phaseName(phase), 13, QFont::Normal,
                 m_theme.t1)
            .add(QStringLiteral("\u2002") + changeOf(phase), 12,
                 QFont::Normal, m_theme.t3);
        words.draw(painter, QRectF(here).adjusted(m_theme.px(16), 0, 0, 0));
    }
}

void CompareStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.canvas);
    const QRectF line(m_theme.px(chartSide), m_theme.px(8), width() - m_theme.px(2 * chartSide + 24),
                      m_theme.px(30));
    headline().draw(painter, line);
    if (m_model && !m_model->empty()) {
        paintBar(painter, false);
        paintBar(painter, true);
        paintLabels(painter);
        return;
    }
    painter.setFont(m_theme.font(13));
    painter.setPen(m_theme.t2);
    drawLabel(painter, QRectF(line.left(), m_theme.px(44), line.width(), m_theme.px(20)),
              tr("Check two runs in the list at the left."));
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/verdict_strip.h"

#include "ui/charts/chart_tables.h"
#include "ui/charts/controls.h"
#include "ui/charts/figures.h"
#include "ui/charts/phase_labels.h"
#include "ui/charts/verdict_paint.h"
#include "ui/charts/why_card.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace poolscope {

VerdictStrip::VerdictStrip(QWidget* parent)
    : Chart(parent),
      m_labels(new PhaseLabels(this)),
      m_showMe(new LookButton(tr("Show me"), 24, LookButton::Kind::Plain, this)),
      m_why(new LookButton(tr("Why?"), 24, LookButton::Kind::Plain, this)),
      m_help(new HelpMark(tr("Speed-up: the time of a plain loop over the input, measured by a "
                             "probe, divided by the "
                             "time of the run. Efficiency: speed-up ÷ workers."),
                          this)),
      m_observingHelp(new HelpMark(
          tr("What recording took of the workers' time, measured by sampling: time spent "
             "recording ÷ (workers × elapsed)."),
          this))
{
    m_showMe->setToolTip(tr("Zoom the lanes to what this is about"));
    m_why->setToolTip(tr("The formulas with their numbers"));
    connect(m_showMe, &LookButton::clicked, this, &VerdictStrip::showMeClicked);
    connect(m_why, &LookButton::clicked, this, &VerdictStrip::toggleWhy);
    connect(m_labels, &PhaseLabels::toggled, this, &VerdictStrip::togglePhase);
    connect(m_labels, &PhaseLabels::cleared, this, [this] { setPhase({}); });
    restWhileLive();
    ignoreView();
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize VerdictStrip::sizeHint() const { return {1280, theme().px(120)}; }
QSize VerdictStrip::minimumSizeHint() const { return {640, theme().px(120)}; }

void VerdictStrip::showMessage(const StripMessage& message)
{
    m_message = message;
    invalidate();
}

void VerdictStrip::clearMessage()
{
    if (!m_message) return;
    m_message.reset();
    invalidate();
}

void VerdictStrip::setAlert(const QString& strong, const QString& detail)
{
    if (strong == m_alert && detail == m_alertDetail) return;
    m_alert = strong;
    m_alertDetail = detail;
    invalidate();
}

void VerdictStrip::setPhase(std::optional<Phase> phase)
{
    if (phase == m_phase) return;
    m_phase = phase;
    m_labels->setPressed(phase);
    update();
    emit phaseChanged(phase);
}

void VerdictStrip::togglePhase(Phase phase)
{
    setPhase(phase == m_phase ? std::nullopt : std::optional(phase));
}

QString VerdictStrip::sentence() const
{
    if (m_message) return m_message->heading;
    return run() ? verdictText(run()->summary()) : QString();
}

ChartTable VerdictStrip::table() const
{
    return weighs() ? verdictTable(*run(), sentence()) : ChartTable{tr("Verdict"), sentence(), {}, {}};
}

std::optional<StripMessage> VerdictStrip::shownMessage() const
{
    if (m_message) return m_message;
    if (!run() || run()->state() != RunState::Measuring) return {};
    StripMessage message;
    message.failed = false;
    message.heading = tr("Measuring the serial cost …");
    message.detail = tr("A plain loop over some of the items says what the pool has to beat. Then the workers start.");
    return message;
}

void VerdictStrip::restyle()
{
    for (LookButton* button : {m_showMe, m_why}) button->setTheme(theme());
    for (HelpMark* mark : {m_help, m_observingHelp}) mark->setTheme(theme());
    m_labels->setTheme(theme());
    updateGeometry();
}

void VerdictStrip::refresh()
{
    setAccessibleName(sentence());
    placeControls();
}

void VerdictStrip::resizeEvent(QResizeEvent*) { placeControls(); }

bool VerdictStrip::weighs() const
{
    return run() && !shownMessage() && run()->state() != RunState::FirstStart && run()->laneCount() > 0;
}

void VerdictStrip::placeControls()
{
    const bool shown = weighs();
    const VerdictPaint paint(theme(), shown ? run() : nullptr, rect());
    const bool advised = shown && (!run()->summary().advice.empty() || !m_alert.isEmpty());
    m_showMe->setVisible(advised);
    m_why->setVisible(shown && run()->summary().done > 0);
    m_help->setVisible(shown);
    m_observingHelp->setVisible(shown);
    placeLabels(shown);
    if (!shown) return;
    const int middle = theme().px(99);
    int left = paint.adviceRight(m_alert, m_alertDetail) + (advised ? theme().px(12) : 0);
    for (LookButton* button : {m_showMe, m_why}) {
        if (button->isHidden()) continue;
        const QSize size = button->sizeHint();
        button->setGeometry(left, middle - size.height() / 2, size.width(), size.height());
        left += size.width() + theme().px(8);
    }
    m_help->move(paint.sentenceRight() + theme().px(10), theme().px(23) - m_help->height() / 2);
    m_observingHelp->move(width() - chartSide - m_observingHelp->width(), middle - m_observingHelp->height() / 2);
}

void VerdictStrip::placeLabels(bool shown)
{
    const VerdictPaint paint(theme(), run(), rect());
    for (std::size_t i = 0; i < phaseCount; ++i) {
        const auto phase = static_cast<Phase>(i);
        if (!shown) {
            m_labels->place(phase, {}, {});
            continue;
        }
        m_labels->place(phase, paint.labelOf(phase).adjusted(-6, -1, -10, 2),
                        paint.labelText(phase));
    }
}

void VerdictStrip::toggleWhy()
{
    const bool shown = m_whyPopup && m_whyPopup->isVisible();
    if (m_whyPopup) m_whyPopup->deleteLater();
    m_whyPopup.clear();
    if (shown) return;
    if (!run()) return;
    auto* const card = new WhyCard(*run(), theme(), window());
    const QPoint corner = m_why->mapTo(window(), QPoint(0, m_why->height() + 6));
    card->move(std::min(corner.x(), std::max(0, window()->width() - card->width() - chartSide)), corner.y());
    card->show();
    card->raise();
    card->setFocus();
    m_whyPopup = card;
}

void VerdictStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().canvas);
    if (const std::optional<StripMessage> message = shownMessage()) {
        paintMessage(painter, *message);
    } else if (weighs()) {
        const VerdictPaint paint(theme(), run(), rect());
        paint.sentence(painter);
        paint.bar(painter);
        paint.labels(painter, m_phase);
        paint.advice(painter, m_alert, m_alertDetail);
        paint.observing(painter, m_observingHelp->x() - theme().px(6));
    }
}

void VerdictStrip::paintMessage(QPainter& painter, const StripMessage& message) const
{
    const Theme& look = theme();
    const int left = look.px(message.failed ? 44 : chartSide);
    painter.setPen(look.t1);
    if (message.failed) drawCross(painter, QPointF(look.px(24), look.px(24)), look.px(20), true);
    painter.setFont(look.font(20, QFont::DemiBold));
    drawLabel(painter, QRect(left, look.px(8), width() - left - chartSide, look.px(32)), message.heading);
    const QRect second(left, look.px(46), width() - left - chartSide, look.px(20));
    painter.setFont(look.font(13, QFont::DemiBold));
    drawLabel(painter, second, message.strong);
    const int used = widthOf(painter.font(), message.strong);
    painter.setFont(look.font(13));
    painter.setPen(look.t2);
    drawLabel(painter, second.adjusted(used, 0, 0, 0), message.detail);
    if (message.code.isEmpty()) return;
    const QRect code(left, look.px(76), width() - left - chartSide, look.px(28));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.code);
    painter.drawRoundedRect(code, 4, 4);
    const QRect inner = code.adjusted(look.px(12), 0, -look.px(12), 0);
    painter.setFont(look.mono(12, QFont::DemiBold));
    painter.setPen(look.t1);
    drawLabel(painter, inner, message.code);
    const int taken = widthOf(painter.font(), message.code);
    painter.setFont(look.mono(12));
    painter.setPen(look.t2);
    if (taken < inner.width()) drawLabel(painter, inner.adjusted(taken, 0, 0, 0), message.codeDetail);
}

void VerdictStrip::mousePressEvent(QMouseEvent* event)
{
    if (!weighs()) return;
    const std::optional<Phase> phase = VerdictPaint(theme(), run(), rect()).phaseAt(event->pos());
    if (phase) togglePhase(*phase);
}

void VerdictStrip::mouseMoveEvent(QMouseEvent* event)
{
    const bool over = weighs() && VerdictPaint(theme(), run(), rect()).phaseAt(event->pos()).has_value();
    setCursor(over ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/phase_labels.h"

#include "ui/charts/figures.h"

#include <QKeyEvent>
#include <QPainter>

namespace poolscope {

PhaseLabel::PhaseLabel(QWidget* strip) : QAbstractButton(strip), m_theme(Theme::lightTheme())
{
    setCheckable(true);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void PhaseLabel::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void PhaseLabel::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: emit moved(-1); return;
    case Qt::Key_Right: emit moved(1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); return;
    case Qt::Key_Escape: emit cleared(); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

void PhaseLabel::paintEvent(QPaintEvent*)
{
    if (!hasFocus()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawFocus(painter, m_theme.ink, rect());
}

PhaseLabels::PhaseLabels(QWidget* strip) : QObject(strip)
{
    for (std::size_t i = 0; i < phaseCount; ++i) {
        auto* const label = m_labels[i] = new PhaseLabel(strip);
        label->setToolTip(tr("Let all charts count this phase only"));
        connect(label, &PhaseLabel::clicked, this,
                [this, i] { emit toggled(static_cast<Phase>(i)); });
        connect(label, &PhaseLabel::moved, this, [this, i](int by) { move(i, by); });
        connect(label, &PhaseLabel::cleared, this, &PhaseLabels::cleared);
    }
    m_labels.front()->setFocusPolicy(Qt::TabFocus);
}

void PhaseLabels::setTheme(const Theme& theme)
{
    for (PhaseLabel* label : m_labels) label->setTheme(theme);
}

void PhaseLabels::setPressed(std::optional<Phase> phase)
{
    m_pressed = phase;
    for (std::size_t i = 0; i < phaseCount; ++i) {
        m_labels[i]->setChecked(phase == static_cast<Phase>(i));
        tell(i);
    }
}

void PhaseLabels::place(Phase phase, const QRect& rect, const QString& text)
{
    const auto index = static_cast<std::size_t>(phase);
    m_labels[index]->setGeometry(rect);
    m_labels[index]->setVisible(!rect.isEmpty());
    if (text == m_texts[index]) return;
    m_texts[index] = text;
    tell(index);
}

void PhaseLabels::tell(std::size_t index)
{
    const bool pressed = m_pressed == static_cast<Phase>(index);
    const QString name = pressed ? tr("%1, pressed") : tr("%1, not pressed");
    m_labels[index]->setAccessibleName(name.arg(m_texts[index]));
}

/// Tab comes back to the one that had the focus last.
void PhaseLabels::move(std::size_t from, int by)
{
    const auto to = (from + phaseCount + static_cast<std::size_t>(by)) % phaseCount;
    m_labels[to]->setFocusPolicy(Qt::TabFocus);
    m_labels[to]->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    m_labels[from]->setFocusPolicy(Qt::NoFocus);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/controls.h"

#include "ui/charts/chart_accessible.h"
#include "ui/charts/figures.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace poolscope {

ChoiceBar::ChoiceBar(const QStringList& choices, int height, QWidget* parent)
    : QWidget(parent), m_choices(choices), m_enabled(choices.size(), true),
      m_theme(Theme::lightTheme()), m_height(height)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ChoiceBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void ChoiceBar::choose(int index)
{
    if (index < 0 || index >= m_choices.size() || index == m_chosen || !m_enabled[index]) return;
    m_chosen = index;
    update();
    tellChoice(this, chosenText());
    emit chosenChanged(index);
}

void ChoiceBar::setChoices(const QStringList& choices, int chosen)
{
    m_choices = choices;
    m_enabled = QList<bool>(choices.size(), true);
    m_chosen = chosen;
    m_hovered = -1;
    updateGeometry();
    update();
}

void ChoiceBar::setChoiceEnabled(int index, bool enabled)
{
    m_enabled[index] = enabled;
    update();
}

QRect ChoiceBar::part(int index) const
{
    const QFont font = m_theme.font(m_height >= 28 ? 13 : 12, QFont::Medium);
    const int padding = m_theme.px(m_height >= 28 ? 12 : 8);
    int x = 0;
    for (int i = 0; i < index; ++i) x += widthOf(font, m_choices[i]) + 2 * padding;
    return {x, 0, widthOf(font, m_choices[index]) + 2 * padding, m_theme.px(m_height)};
}

int ChoiceBar::partAt(const QPoint& point) const
{
    for (int i = 0; i < m_choices.size(); ++i) {
        if (part(i).contains(point)) return i;
    }
    return -1;
}

QSize ChoiceBar::sizeHint() const
{
    if (m_choices.isEmpty()) return {};
    const QRect last = part(static_cast<int>(m_choices.size()) - 1);
    return {last.right() + 1, last.height()};
}

void ChoiceBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = framed(QRect(QPoint(0, 0), sizeHint()));
    painter.setPen(QPen(isEnabled() ? m_theme.control : m_theme.line, 1));
    painter.setBrush(m_theme.canvas);
    painter.drawRoundedRect(frame, 4, 4);
    QPainterPath clip;
    clip.addRoundedRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4);
    painter.setClipPath(clip);
    painter.setFont(m_theme.font(m_height >= 28 ? 13 : 12, QFont::Medium));
    for (int i = 0; i < m_choices.size(); ++i) {
        const QRect here = part(i);
        const bool usable = isEnabled() && m_enabled[i];
        const bool chosen = i == m_chosen;
        if (chosen) painter.fillRect(here, usable ? m_theme.ink : m_theme.line);
        else if (i == m_hovered && usable) painter.fillRect(here.adjusted(1, 1, -1, -1), m_theme.hover);
        if (i > 0 && !chosen && i - 1 != m_chosen) {
            painter.fillRect(QRect(here.left(), here.top() + 5, 1, here.height() - 10), m_theme.line);
        }
        painter.setPen(!usable ? m_theme.off : chosen ? m_theme.onInk : m_theme.t2);
        drawLabel(painter, here, m_choices[i], Qt::AlignCenter);
    }
    painter.setClipping(false);
    if (hasFocus()) drawFocus(painter, m_theme.ink, frame.toAlignedRect());
}

void ChoiceBar::mousePressEvent(QMouseEvent* event) { choose(partAt(event->pos())); }

void ChoiceBar::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = partAt(event->pos());
    update();
}

void ChoiceBar::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

void ChoiceBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left) choose(m_chosen - 1);
    else if (event->key() == Qt::Key_Right) choose(m_chosen + 1);
    else QWidget::keyPressEvent(event);
}

TabWords::TabWords(const QStringList& words, QWidget* parent)
    : QWidget(parent), m_words(words), m_theme(Theme::lightTheme())
{
    setFocusPolicy(Qt::TabFocus);
}

void TabWords::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void TabWords::choose(int index)
{
    if (index < 0 || index >= m_words.size() || index == m_chosen) return;
    m_chosen = index;
    update();
    tellChoice(this, chosenText());
    emit chosenChanged(index);
}

void TabWords::setWords(const QStringList& words, int chosen)
{
    m_words = words;
    m_chosen = std::clamp(chosen, 0, std::max(0, static_cast<int>(words.size()) - 1));
    updateGeometry();
    update();
}

QRect TabWords::part(int index) const
{
    int x = 0;
    for (int i = 0; i < index; ++i) x += widthOf(m_theme.font(13, QFont::DemiBold), m_words[i]) + m_theme.px(20);
    return {x, 0, widthOf(m_theme.font(13, QFont::DemiBold), m_words[index]), m_theme.px(36)};
}

QSize TabWords::sizeHint() const
{
    if (m_words.isEmpty()) return {};
    return {part(static_cast<int>(m_words.size()) - 1).right() + 1, m_theme.px(36)};
}

void TabWords::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (int i = 0; i < m_words.size(); ++i) {
        const bool chosen = i == m_chosen;
        painter.setFont(m_theme.font(13, chosen ? QFont::DemiBold : QFont::Medium));
        painter.setPen(chosen ? m_theme.t1 : m_theme.t2);
        drawLabel(painter, part(i), m_words[i]);
        const QRect line(part(i).left(), m_theme.px(31), part(i).width(), 2);
        if (chosen) painter.fillRect(line, m_theme.ink);
        if (chosen && hasFocus()) drawFocus(painter, m_theme.ink, part(i).adjusted(-2, 6, 2, -6));
    }
}

void TabWords::mousePressEvent(QMouseEvent* event)
{
    for (int i = 0; i < m_words.size(); ++i) {
        if (part(i).adjusted(-8, 0, 8, 0).contains(event->pos())) choose(i);
    }
}

void TabWords::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left) choose(m_chosen - 1);
    else if (event->key() == Qt::Key_Right) choose(m_chosen + 1);
    else QWidget::keyPressEvent(event);
}

} // namespace poolscope

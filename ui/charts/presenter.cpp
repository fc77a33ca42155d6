// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/presenter.h"

#include "ui/charts/presenter_paint.h"

#include <QKeyEvent>
#include <QPainter>

namespace poolscope {

Presenter::Presenter(QWidget* parent) : Chart(parent)
{
    setAccessibleName(tr("The run in large type"));
    setFocusPolicy(Qt::StrongFocus);
}

void Presenter::setMessage(std::optional<StripMessage> message)
{
    m_message = std::move(message);
    update();
}

void Presenter::setAlert(const QString& alert)
{
    m_alert = alert;
    update();
}

void Presenter::setFilter(std::optional<Phase> phase)
{
    m_filter = phase;
    update();
}

void Presenter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().canvas);
    if (!run() || !range()) return;
    const PresenterLayout layout = presenterLayout(*run(), *range(), size());
    PresenterPaint paint(painter, theme(), *run(), *range(), layout);
    if (m_message) {
        paint.message(*m_message);
        return;
    }
    paint.head();
    if (run()->state() == RunState::Measuring || layout.lanes == 0) return;
    paint.bar();
    paint.advice(m_alert);
    paint.lanes(m_filter);
    paint.timeAxis();
    if (layout.overhead) paint.overhead();
}

void Presenter::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) emit closeWanted();
    else Chart::keyPressEvent(event);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/notice_bar.h"

#include "ui/views/icons.h"
#include "ui/views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace poolscope {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)),
      m_answers(new QHBoxLayout), m_close(new QPushButton(tr("Close"), this))
{
    setLook(this, "notice");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(11, 3, 7, 3);
    row->setSpacing(10);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_answers);
    row->addWidget(m_close);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_answers->setSpacing(8);
    setLook(m_close, "button");
    m_close->setFocusPolicy(Qt::TabFocus);
    connect(m_close, &QPushButton::clicked, this, &NoticeBar::clear);
    hide();
}

void NoticeBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    setMinimumHeight(theme.px(36));
    layOut();
}

void NoticeBar::tell(const QString& strong, const QString& detail)
{
    m_isDone = false;
    clear();
    m_strong = strong;
    m_detail = detail;
    setAccessibleName(text());
    layOut();
    show();
}

void NoticeBar::tellDone(const QString& strong, const QString& detail)
{
    tell(strong, detail);
    m_isDone = true;
}

void NoticeBar::putAway()
{
    if (m_isDone) clear();
}

void NoticeBar::layOut()
{
    m_icon->setPixmap(themedPixmap(QStringLiteral("notice"), m_theme.t1, m_theme.px(16), devicePixelRatioF()));
    m_text->setText(QStringLiteral("<b style=\"font-weight:600\">%1</b> <span style=\"color:%2\">%3</span>")
                        .arg(m_strong.toHtmlEscaped(), m_theme.t2.name(), m_detail.toHtmlEscaped()));
}

QPushButton* NoticeBar::addAnswer(const QString& text)
{
    auto* button = new QPushButton(text, this);
    setLook(button, "button");
    button->setFocusPolicy(Qt::TabFocus);
    m_answers->addWidget(button);
    m_close->hide();
    return button;
}

void NoticeBar::clear()
{
    while (QLayoutItem* item = m_answers->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    m_close->show();
    hide();
}

QString NoticeBar::text() const
{
    return m_detail.isEmpty() ? m_strong : m_strong + QChar(' ') + m_detail;
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/bytes_head.h"

#include "ui/views/icons.h"
#include "ui/views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QVBoxLayout>

namespace poolscope {

QToolButton* newBackButton(QWidget* parent)
{
    auto* back = new QToolButton(parent);
    setLook(back, "back");
    back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    back->setFocusPolicy(Qt::TabFocus);
    back->setToolTip(BytesHead::tr("Back to the run (Esc)"));
    back->setAccessibleName(BytesHead::tr("Back to the run"));
    return back;
}

BytesHead::BytesHead(MessageModel& message, QWidget* parent)
    : QWidget(parent), m_message(message), m_back(newBackButton()), m_headline(new QLabel), m_facts(new QLabel),
      m_advice(new QLabel),
      m_help(new HelpMark(tr("All bytes of the message against those that are values: numbers, text, bytes, None, "
                             "True and False. The bar says what the others are for."))),
      m_messages(new ChoiceBar({}, 28)), m_shares(new ShareBar)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 9, 16, 5);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addWidget(m_headline);
    row->addWidget(m_help);
    row->addStretch(1);
    row->addWidget(m_facts);
    row->addSpacing(8);
    row->addWidget(m_messages);
    column->addLayout(row);
    column->addWidget(m_shares);
    column->addWidget(m_advice);
    setLook(m_headline, "headline");
    setLook(m_facts, "caption");
    setLook(m_advice, "soft");
    m_advice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_messages->setAccessibleName(tr("Message"));
    connect(m_back, &QToolButton::clicked, this, &BytesHead::backWanted);
    connect(m_messages, &ChoiceBar::chosenChanged, this, &BytesHead::messageChosen);
    connect(&message, &MessageModel::loaded, this, &BytesHead::tell);
}

void BytesHead::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFixedHeight(theme.px(119));
    m_back->setIcon(themedIcon(QStringLiteral("chevron_left"), theme));
    m_help->setTheme(theme);
    m_messages->setTheme(theme);
    m_shares->setTheme(theme);
    tell();
}

void BytesHead::setTask(const QString& task)
{
    m_back->setText(task);
}

void BytesHead::setMessages(const QStringList& messages, int chosen, const QString& noAnswer)
{
    m_messages->setChoices(messages, chosen);
    m_messages->setToolTip(noAnswer);
    m_messages->setAccessibleDescription(noAnswer);
    if (!noAnswer.isEmpty()) m_messages->setChoiceEnabled(static_cast<int>(messages.size()) - 1, false);
    fit();
}

QString BytesHead::sentence() const
{
    return QTextDocumentFragment::fromHtml(m_headline->text()).toPlainText();
}

QString BytesHead::advice() const
{
    return m_advice->text();
}

void BytesHead::tell()
{
    const QString strong = QStringLiteral("<span style=\"color:%1; font-weight:600\">%2</span>");
    const QString all = strong.arg(m_theme.t1.name(), bytesWords(m_message.bytes().size()));
    m_facts->clear();
    m_shares->setShares({});
    m_help->setVisible(m_message.anatomy() != nullptr);
    if (m_message.anatomy() != nullptr) {
        const MessageShares shares = sharesOf(*m_message.anatomy());
        const std::size_t values = shares.bytes[static_cast<std::size_t>(ByteUse::Values)];
        m_headline->setText(tr("%1 to carry %2 of values").arg(all, strong.arg(m_theme.t1.name(), bytesWords(values))));
        m_shares->setShares(shares);
        m_facts->setText(factsOf(*m_message.anatomy()));
        m_advice->setText(adviceOn(m_message, m_mostChunk));
    } else if (m_message.reading()) {
        m_headline->setText(all);
        m_advice->setText(tr("The message is being taken apart…"));
    } else {
        m_headline->setText(tr("%1 that cannot be taken apart").arg(all));
        m_advice->setText(QString::fromStdString(m_message.error().text));
    }
    m_advice->setToolTip(m_advice->text());
    fit();
}

void BytesHead::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// The facts go first where it is narrow.
void BytesHead::fit()
{
    const int taken = m_back->sizeHint().width() + m_headline->sizeHint().width() + m_help->width()
        + m_messages->sizeHint().width() + m_theme.px(88);
    m_facts->setVisible(!m_facts->text().isEmpty() && taken + m_facts->sizeHint().width() < width());
}

} // namespace poolscope

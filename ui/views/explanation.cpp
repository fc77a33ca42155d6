// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/explanation.h"

#include "ui/views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace poolscope {

namespace {

QString worded(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Explanation::Explanation(MessageModel& message, QWidget* parent)
    : QWidget(parent), m_message(message), m_name(new QLabel), m_place(new QLabel), m_meaning(new QLabel)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_name);
    row->addWidget(m_place, 1);
    column->addLayout(row);
    column->addWidget(m_meaning, 1, Qt::AlignTop);
    setLook(m_name, "opcode");
    setLook(m_place, "caption");
    setLook(m_meaning, "explanation");
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_meaning->setWordWrap(true);
    connect(&message, &MessageModel::loaded, this, &Explanation::tell);
    connect(&message, &MessageModel::selected, this, &Explanation::tell);
}

void Explanation::setTheme(const Theme& theme)
{
    setFixedHeight(theme.px(92));
}

void Explanation::tell()
{
    const Anatomy* anatomy = m_message.anatomy();
    if (anatomy == nullptr || anatomy->opcodes().empty()) {
        for (QLabel* label : {m_name, m_place, m_meaning}) label->clear();
        return;
    }
    const OpcodeAt& opcode = anatomy->opcodes()[m_message.opcode()];
    m_name->setText(worded(opcodeName(opcode.code)));
    const QString hex = hexOf(m_message.bytes().substr(opcode.offset, opcode.size), 8);
    m_place->setText(tr("offset %1, %2: %3").arg(countOf(opcode.offset),
                                                 bytesWords(opcode.size), hex));
    m_meaning->setText(meaningOf(opcode.code));
}

} // namespace poolscope

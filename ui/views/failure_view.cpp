// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/failure_view.h"

#include "ui/views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace poolscope {

namespace {

QPixmap crossOf(const Theme& theme, double ratio)
{
    const int size = theme.px(16);
    QPixmap picture(QSize(size, size) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setPen(theme.ink);
    drawCross(painter, QPointF(size / 2.0, size / 2.0), size, true);
    return picture;
}

/// A path and a place are long words: they may be broken after their signs.
QString breakable(const QString& text)
{
    QString out;
    for (const QChar sign : text) {
        out += sign;
        if (QStringLiteral(".[](/:,").contains(sign)) out += QChar(0x200b);
    }
    return out;
}

} // namespace

FailureView::FailureView(QWidget* parent)
    : QWidget(parent),
      m_cross(new QLabel),
      m_kind(new QLabel),
      m_message(new QLabel),
      m_path(new QLabel),
      m_where(new QLabel),
      m_traceback(new QLabel),
      m_worker(new QLabel),
      m_theme(Theme::lightTheme())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 4);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_cross);
    row->addWidget(m_kind, 1);
    column->addLayout(row);
    for (QLabel* label : {m_message, m_path, m_where, m_traceback, m_worker}) column->addWidget(label);
    for (QLabel* label : {m_kind, m_message, m_path, m_where, m_traceback}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    setLook(m_kind, "title");
    setLook(m_path, "mono");
    setLook(m_where, "aside");
    setLook(m_traceback, "mono");
    setLook(m_worker, "aside");
}

void FailureView::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_cross->setPixmap(crossOf(theme, devicePixelRatioF()));
}

void FailureView::show(const Failure& failure)
{
    const Error& error = failure.error;
    m_kind->setText(QString::fromStdString(error.kind));
    m_message->setText(QString::fromStdString(error.text));
    m_path->setText(breakable(QString::fromStdString(error.path)));
    m_path->setVisible(!error.path.empty());
    const std::size_t line = std::min(error.where.find('\n'), error.where.size());
    m_where->setText(tr("thrown at %1").arg(breakable(QString::fromStdString(error.where.substr(0, line)))));
    m_where->setVisible(!error.where.empty());
    const QString traceback = QString::fromStdString(error.where.substr(line)).trimmed(); // where it was Python's
    m_traceback->setText(breakable(traceback));
    m_traceback->setVisible(!traceback.isEmpty());
    const QString worker = QStringLiteral("W%1").arg(failure.worker);
    const QString attempt = tr("attempt %1").arg(failure.attempt + 1);
    m_worker->setText(failure.pid != 0
                          ? tr("%1, process %2, %3").arg(worker).arg(failure.pid).arg(attempt)
                          : tr("%1, %2").arg(worker, attempt));
    setAccessibleName(text());
}

QString FailureView::text() const
{
    QStringList parts{m_kind->text(), m_message->text()};
    for (const QLabel* label : {m_path, m_where, m_traceback}) {
        if (!label->isHidden()) parts += label->text().remove(QChar(0x200b));
    }
    return (parts << m_worker->text()).join(QLatin1String(". "));
}

} // namespace poolscope

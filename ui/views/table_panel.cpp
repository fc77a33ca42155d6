// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/table_panel.h"

#include "ui/views/look.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

namespace poolscope {

namespace {

QStringList namesOf(const TablePanel::Sources& sources)
{
    QStringList names;
    for (const TablePanel::Source& source : sources) names += source.name;
    return names;
}

} // namespace

TablePanel::TablePanel(QWidget* window)
    : QFrame(window),
      m_model(new ChartTableModel(this)),
      m_words(new TabWords({}, this)),
      m_copy(new LookButton(tr("Copy"), 24, LookButton::Kind::Plain, this)),
      m_close(new LookButton(tr("Close"), 24, LookButton::Kind::Bare, this)),
      m_summary(new QLabel(this)),
      m_table(new QTableView(this))
{
    setObjectName(QStringLiteral("tablePanel"));
    setAccessibleName(tr("Charts as tables"));
    buildHead();
    m_summary->setWordWrap(true);
    setLook(m_summary, "soft");
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->setTabKeyNavigation(false);
    m_table->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_words, &TabWords::chosenChanged, this, [this] { refresh(); });
    hide();
}

void TablePanel::buildHead()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 4, 16, 12);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_words, 1);
    head->addWidget(m_copy);
    head->addWidget(m_close);
    column->addLayout(head);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    m_words->setAccessibleName(tr("Which chart"));
    m_copy->setToolTip(tr("Copy the whole table, columns apart by tabs"));
    m_close->setCross(true);
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    connect(m_copy, &LookButton::clicked, this, [this] {
        copy();
        emit copied();
    });
    connect(m_close, &LookButton::clicked, this, &TablePanel::dismiss);
}

void TablePanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_words->setTheme(theme);
    m_words->setMinimumHeight(m_words->sizeHint().height());
    m_copy->setTheme(theme);
    m_close->setTheme(theme);
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(24));
    if (isVisible()) layOut();
}

void TablePanel::setSources(Sources sources)
{
    if (namesOf(sources) == namesOf(m_sources)) return;
    dismiss();
    m_sources = std::move(sources);
    m_words->setWords(namesOf(m_sources), 0);
}

int TablePanel::source() const
{
    return m_words->chosen();
}

void TablePanel::open(int source)
{
    if (!isVisible()) m_before = QApplication::focusWidget();
    m_words->choose(source);
    layOut();
    show();
    raise();
    refresh();
    m_table->setFocus(Qt::PopupFocusReason);
    m_table->setCurrentIndex(m_model->index(0, 0));
}

void TablePanel::dismiss()
{
    if (!isVisible()) return;
    hide();
    if (m_before) m_before->setFocus(Qt::PopupFocusReason);
}

void TablePanel::refresh()
{
    if (isHidden()) return;
    const ChartTable table = m_sources[static_cast<std::size_t>(source())].table();
    m_summary->setText(table.summary);
    m_summary->setHidden(table.summary.isEmpty());
    m_table->setAccessibleName(table.title);
    m_table->setAccessibleDescription(table.summary);
    m_copy->setEnabled(!table.rows.empty());
    m_model->setTable(table);
    layOut();
}

void TablePanel::copy() const
{
    QGuiApplication::clipboard()->setText(m_model->table().asText());
}

/// In the middle of the window, as high as its rows up to twenty.
void TablePanel::layOut()
{
    const QSize room = parentWidget()->size();
    const int rows = std::clamp(m_model->rowCount(), 4, 20);
    const int wanted = m_theme.px(120 + 24 * rows);
    resize(std::min(m_theme.px(960), room.width() - 48), std::min(wanted, room.height() - 96));
    move((room.width() - width()) / 2, (room.height() - height()) / 2);
}

bool TablePanel::eventFilter(QObject* object, QEvent* event)
{
    if (object == parentWidget() && event->type() == QEvent::Resize && isVisible()) layOut();
    const bool key = object == m_table && event->type() == QEvent::KeyPress;
    if (key && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copy();
        emit copied();
        return true;
    }
    return QFrame::eventFilter(object, event);
}

void TablePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) dismiss();
    else QFrame::keyPressEvent(event);
}

void TablePanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.canvas); // what shows through its round corners
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.raisedEdge, 1));
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(framed(rect()), 4, 4);
}

} // namespace poolscope

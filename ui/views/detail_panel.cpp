// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/detail_panel.h"

#include "ui/views/failure_view.h"
#include "ui/views/look.h"
#include "ui/views/value_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace poolscope {

namespace {

constexpr int side = 16;

QLabel* newWrapped(const char* look)
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    setLook(label, look);
    return label;
}

} // namespace

DetailPanel::DetailPanel(const Catalogue& catalogue, QWidget* parent)
    : QWidget(parent),
      m_catalogue(catalogue),
      m_title(new QLabel),
      m_place(newWrapped("aside")),
      m_rank(newWrapped("aside")),
      m_similar(newWrapped("caption")),
      m_close(new LookButton(tr("Close the task"), 24, LookButton::Kind::Bare)),
      m_waterfall(new TaskWaterfall),
      m_area(new QScrollArea),
      m_argument(new ValueView(tr("Argument"))),
      m_result(new ValueView(tr("Result"))),
      m_failure(new FailureView),
      m_bytes(new QPushButton(tr("Bytes"))),
      m_findSimilar(new QPushButton(tr("Find similar")))
{
    setObjectName(QStringLiteral("detailPanel"));
    m_asking.setMaxThreadCount(1);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newHead());
    column->addWidget(newLine(Qt::Horizontal));
    column->addWidget(newBody(), 1);
    column->addWidget(newButtons());
    connect(&m_argumentAsked, &QFutureWatcher<QString>::finished, this, &DetailPanel::takeArgument);
}

QWidget* DetailPanel::newHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(side, 8, side - 8, 10);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_close);
    column->addLayout(row);
    for (QLabel* label : {m_place, m_rank}) {
        label->setContentsMargins(0, 0, 8, 0); // the cross alone reaches out
        column->addWidget(label);
    }
    setLook(m_title, "cardTitle");
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setCross(true);
    m_close->setToolTip(tr("Close the task (Esc)"));
    connect(m_close, &LookButton::clicked, this, &DetailPanel::closeWanted);
    return head;
}

/// What does not fit is scrolled to; head and buttons stay.
QWidget* DetailPanel::newBody()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 6, 0, 8);
    column->setSpacing(8);
    const auto add = [column](QWidget* widget) {
        auto* box = new QHBoxLayout;
        box->setContentsMargins(side, 0, side, 0);
        box->addWidget(widget);
        column->addLayout(box);
    };
    add(m_waterfall);
    column->addWidget(newLine(Qt::Horizontal));
    add(m_failure);
    add(m_argument);
    add(m_result);
    column->addStretch(1);
    m_area->setWidget(body);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    return m_area;
}

QWidget* DetailPanel::newButtons()
{
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(side, 4, side, side);
    column->setSpacing(8);
    column->addWidget(m_similar);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton* button : {m_bytes, m_findSimilar}) {
        setLook(button, "button");
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button, 1);
    }
    column->addLayout(row);
    m_bytes->setToolTip(tr("What its messages say, byte by byte (B)"));
    m_findSimilar->setToolTip(
        tr("Mark the chunks whose compute took no more than 1.25 times as long or as short, and "
           "select the next of them; those with failed tasks where this one has, too"));
    connect(m_bytes, &QPushButton::clicked, this, [this] { emit bytesWanted(m_detail.item); });
    connect(m_findSimilar, &QPushButton::clicked, this, &DetailPanel::similarWanted);
    return foot;
}

void DetailPanel::setTheme(const Theme& theme)
{
    m_close->setTheme(theme);
    m_waterfall->setTheme(theme);
    m_argument->setTheme(theme);
    m_result->setTheme(theme);
    m_failure->setTheme(theme);
    setMinimumWidth(theme.px(272));
    setMaximumWidth(theme.px(480));
    updateGeometry();
}

QSize DetailPanel::sizeHint() const { return {m_waterfall->sizeHint().width() + 2 * side, 560}; }

void DetailPanel::show(const RunDesk::Entry& entry, const TaskDetail& detail)
{
    m_detail = detail;
    m_names = argumentNames(QString::fromStdString(entry.run->plan().title));
    m_title->setText(tr("Task %1").arg(countOf(detail.item)));
    m_place->setText(placeOf(detail));
    m_rank->setText(rankOf(detail));
    m_rank->setVisible(!m_rank->text().isEmpty());
    m_waterfall->setVisible(detail.row.valid());
    m_waterfall->show(detail);
    m_failure->setVisible(detail.failure.has_value());
    m_result->setVisible(!detail.failure);
    if (detail.failure)
        m_failure->show(*detail.failure);
    else
        showResult(entry);
    showArgument(entry);
    m_bytes->setEnabled(entry.run->hasParent());
    m_findSimilar->setEnabled(detail.row.valid());
    tellSimilar(0);
}

void DetailPanel::leave()
{
    m_argumentAsked.setFuture({});
    m_detail = {};
}

void DetailPanel::tellSimilar(std::size_t count)
{
    m_similar->setVisible(count > 0);
    m_similar->setText(count == 1 ? tr("No other chunk is like it.")
                                  : tr("%1 chunks like it are marked.").arg(countOf(count - 1)));
}

void DetailPanel::tellArgument(const ShownValue& value)
{
    if (m_names.item.isEmpty())
        m_argument->show(value);
    else
        m_argument->show({QStringLiteral("%1 = %2").arg(m_names.item, value.text), value.note},
                         m_names.fixed);
}

/// From its message, else from its failure, else from the input, which is asked in a thread.
void DetailPanel::showArgument(const RunDesk::Entry& entry)
{
    m_argumentAsked.setFuture({});
    if (entry.payloads) {
        if (const auto kept = argumentIn(entry.payloads->of(m_detail.item), m_detail.item))
            return tellArgument(*kept);
    }
    if (m_detail.failure && !m_detail.failure->argument.empty()) {
        return tellArgument(shownValue(QString::fromStdString(m_detail.failure->argument)));
    }
    m_argument->showNone(tr("…"));
    m_askedFor = m_detail.item;
    const auto ask = [this, request = entry.request, item = m_detail.item] {
        const auto argument = argumentOf(m_catalogue, request, item);
        return argument ? QString::fromStdString(*argument) : QString();
    };
    m_argumentAsked.setFuture(QtConcurrent::run(&m_asking, ask));
}

void DetailPanel::takeArgument()
{
    if (m_argumentAsked.future().resultCount() == 0 || m_askedFor != m_detail.item) return;
    const QString argument = m_argumentAsked.result();
    if (!argument.isEmpty()) return tellArgument(shownValue(argument));
    m_argument->showNone(tr("Not kept. “Record bytes” keeps the messages of the next runs, and in "
                            "them all arguments."));
}

/// Values stand in the order of the input, but where the call gives them as they come.
void DetailPanel::showResult(const RunDesk::Entry& entry)
{
    if (entry.payloads) {
        if (const auto kept = resultIn(entry.payloads->of(m_detail.item), m_detail.item))
            return m_result->show(*kept);
    }
    const bool ordered = entry.run->plan().api != "imap_unordered";
    const ResultsModel& results = *entry.results;
    if (ordered && m_detail.item < static_cast<std::uint64_t>(results.rowCount())) {
        const QModelIndex place =
            results.index(static_cast<int>(m_detail.item), ResultsModel::Text);
        return m_result->show(shownValue(place.data().toString()));
    }
    m_result->showNone(tr("Not kept: of each run the first %1 values are. “Record bytes” keeps the "
                          "messages of the next "
                          "runs, and in them all values.")
                           .arg(countOf(ResultsModel::most)));
}

ChartTable DetailPanel::table() const
{
    return m_detail.row.valid() ? m_waterfall->table() : taskTable({});
}

QString DetailPanel::text() const
{
    QStringList parts{m_title->text(), m_place->text(), m_rank->text()};
    if (m_detail.row.valid())
        parts += m_waterfall->accessibleName() + QLatin1String(": ") +
                 m_waterfall->accessibleDescription();
    if (m_detail.failure) parts += m_failure->text();
    parts += m_argument->accessibleName();
    if (!m_detail.failure) parts += m_result->accessibleName();
    return parts.join(QLatin1Char('\n'));
}

} // namespace poolscope

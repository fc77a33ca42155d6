// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/job_panel.h"

#include "ui/views/look.h"
#include "ui/views/row_delegates.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace poolscope {

namespace {

QLabel* newHint(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    setLook(label, "caption");
    label->setWordWrap(true);
    label->setContentsMargins(16, 0, 16, 12);
    return label;
}

} // namespace

JobPanel::JobPanel(const Catalogue& catalogue, RunsModel& runs, QWidget* parent)
    : QWidget(parent), m_catalogue(catalogue), m_runs(runs), m_jobs(new JobsModel(catalogue, this)),
      m_jobDelegate(new JobDelegate(this)), m_runDelegate(new RunDelegate(this)),
      m_jobList(newList(m_jobs, m_jobDelegate, tr("Catalogue"))),
      m_runList(newList(&runs, m_runDelegate, tr("Runs"))), m_form(new ParametersForm(this)),
      m_options(new RunOptions(this)),
      m_noJob(newHint(tr("Pick a job to see them."), this)),
      m_noRuns(newHint(tr("None yet. Every run is kept here until you close it."), this))
{
    setObjectName(QStringLiteral("jobPanel"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_jobCount = new QLabel(tr("%1 in the catalogue").arg(m_jobs->rowCount()), this);
    setLook(m_jobCount, "caption");
    addHeading(tr("Job"), m_jobCount);
    column->addWidget(m_jobList, 11);
    column->addSpacing(8);
    column->addWidget(newLine(Qt::Horizontal, this));
    addHeading(tr("Parameters"));
    column->addWidget(m_noJob);
    column->addWidget(m_form);
    column->addWidget(m_options);
    column->addWidget(newLine(Qt::Horizontal, this));
    addHeading(tr("Runs"));
    column->addWidget(m_noRuns);
    column->addWidget(m_runList, 9);
    column->addStretch(1);
    m_form->hide();
    m_options->hide();
    connectLists();
    m_jobList->installEventFilter(this);
    countChanged();
}

void JobPanel::connectLists()
{
    // Chosen, not merely current: a list that gets the focus makes its first row current.
    connect(m_jobList->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection& chosen) { picked(chosen.indexes().value(0, {})); });
    connect(m_jobList, &QListView::doubleClicked, this, &JobPanel::runWanted);
    connect(m_runList, &QListView::clicked, this, &JobPanel::runPicked);
    connect(m_runList, &QListView::activated, this, &JobPanel::runPicked);
    connect(&m_runs, &QAbstractItemModel::rowsInserted, this, &JobPanel::countChanged);
    connect(m_options, &RunOptions::changed, this, &JobPanel::placeItems);
}

bool JobPanel::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_jobList && event->type() == QEvent::Resize) {
        // What is picked stays in view, of the size that the list is going to have.
        QTimer::singleShot(0, m_jobList, [this] { m_jobList->scrollTo(m_jobList->currentIndex()); });
    }
    return QWidget::eventFilter(object, event);
}

QListView* JobPanel::newList(QAbstractItemModel* model, QStyledItemDelegate* delegate,
                             const QString& name)
{
    auto* list = new QListView(this);
    list->setModel(model);
    list->setItemDelegate(delegate);
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setAccessibleName(name);
    list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    return list;
}

QLabel* JobPanel::addHeading(const QString& text, QLabel* right)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 16, 6);
    auto* label = new QLabel(text, this);
    setLook(label, "title");
    row->addWidget(label);
    row->addStretch(1);
    if (right != nullptr) {
        row->addWidget(right);
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    return label;
}

void JobPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_jobDelegate->setTheme(theme);
    m_runDelegate->setTheme(theme);
    m_form->setTheme(theme);
    m_options->setTheme(theme);
    m_jobList->setMaximumHeight(m_jobs->rowCount() * theme.px(24));
    m_jobList->setMinimumHeight(3 * theme.px(24));
    m_runList->setMinimumHeight(theme.px(44));
    m_jobList->doItemsLayout();
    m_runList->doItemsLayout();
}

void JobPanel::pick(const QString& name)
{
    const auto index = m_jobs->indexOf(name);
    m_jobList->setCurrentIndex(index);
    m_jobList->scrollTo(index);
}

void JobPanel::jobsAdded()
{
    m_jobs->grow();
    m_jobCount->setText(tr("%1 in the catalogue").arg(m_jobs->rowCount()));
    m_jobList->setMaximumHeight(m_jobs->rowCount() * m_theme.px(24));
}

void JobPanel::focusJobs()
{
    m_jobList->setFocus(Qt::OtherFocusReason);
}

void JobPanel::picked(const QModelIndex& index)
{
    const Job* job = m_jobs->job(index);
    if (job == m_job) return;
    m_job = job;
    m_form->setJob(job);
    m_form->setVisible(job != nullptr);
    m_options->setVisible(job != nullptr);
    m_noJob->setVisible(job == nullptr);
    placeItems();
    emit jobPicked();
}

/// How many items there are is typed, or counted in a file.
void JobPanel::placeItems()
{
    m_form->setWithout(QStringLiteral("items"),
                       m_options->hasInputFile()
                           ? tr("The items come from the input file, one a line; clear it in the "
                                "options to choose here how many there are")
                           : QString());
}

void JobPanel::countChanged()
{
    const bool any = m_runs.rowCount() > 0;
    m_noRuns->setVisible(!any);
    m_runList->setVisible(any);
}

} // namespace poolscope

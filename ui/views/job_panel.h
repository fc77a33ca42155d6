// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The panel at the left: the catalogue, the parameters of the job that is picked, the runs so far.

#include "ui/views/parameters_form.h"
#include "ui/views/run_options.h"

#include <QWidget>

class QLabel;
class QAbstractItemModel;
class QListView;
class QStyledItemDelegate;

namespace poolscope {

class JobDelegate;
class RunDelegate;

class JobPanel final : public QWidget {
    Q_OBJECT
public:
    JobPanel(const Catalogue& catalogue, RunsModel& runs, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    const Job* job() const { return m_job; } ///< null before one is picked
    const Job* jobNamed(const std::string& name) const { return m_catalogue.job(name); }
    void pick(const QString& name);
    const QAbstractItemModel& jobs() const { return *m_jobs; }
    void focusJobs();
    void jobsAdded(); ///< to the catalogue
    void setJobRefused(const QString& name, bool refused) { m_jobs->setRefused(name, refused); }
    ParametersForm& form() { return *m_form; }
    RunOptions& options() { return *m_options; }
    QSize sizeHint() const override { return {m_theme.px(232) - 1, m_theme.px(600)}; }

signals:
    void jobPicked();
    void runWanted(); ///< a job was double-clicked
    void runPicked(const QModelIndex& index);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QListView* newList(QAbstractItemModel* model, QStyledItemDelegate* delegate, const QString& name);
    QLabel* addHeading(const QString& text, QLabel* right = nullptr);
    void connectLists();
    void picked(const QModelIndex& index);
    void countChanged();
    void placeItems();

    Theme m_theme;
    const Catalogue& m_catalogue;
    RunsModel& m_runs;
    JobsModel* m_jobs;
    JobDelegate* m_jobDelegate;
    RunDelegate* m_runDelegate;
    const Job* m_job = nullptr;
    QListView *m_jobList, *m_runList;
    ParametersForm* m_form;
    RunOptions* m_options;
    QLabel* m_jobCount;
    QLabel *m_noJob, *m_noRuns;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is shown when a job's function cannot travel: the path to the culprit and the jobs that do
// the same and can.

#include "ui/bridge/bridge.h"
#include "ui/charts/charts.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace poolscope {

class PathView;

class CannotPicklePage final : public QWidget {
    Q_OBJECT
public:
    explicit CannotPicklePage(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void show(const RunModel& run, const Job& job, const RunRequest& request);

signals:
    void cureWanted(const QString& job);

private:
    QWidget* newCard(const QString& cure, bool primary);
    void showPath(const RunModel& run, const RunRequest& request, const Job& job);
    void showCures(const Job& job);
    void showWorkers(const RunModel& run);

    Theme m_theme;
    QLabel *m_heading, *m_curesTitle, *m_travels, *m_travelsMark;
    PathView* m_path;
    QHBoxLayout *m_cures, *m_workers;
    QString m_type;
    QList<QPushButton*> m_buttons;
};

/// What the strip says above the page.
StripMessage cannotPickleMessage(const RunModel& run);

} // namespace poolscope

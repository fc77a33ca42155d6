// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why a task has no value: what went wrong, by which path, where it was thrown, on which worker and
// at which attempt. A failure is ✕ and words, never a colour.

#include "ui/charts/charts.h"

#include <QWidget>

class QLabel;

namespace poolscope {

class FailureView final : public QWidget {
    Q_OBJECT
public:
    explicit FailureView(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void show(const Failure& failure);
    QString text() const; ///< all that it says

private:
    QLabel *m_cross, *m_kind, *m_message, *m_path, *m_where, *m_traceback, *m_worker;
    Theme m_theme;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What most runs leave as it is: a file of items, a limit for each task, retries. A line to open
// them by, which says how many are set while they are hidden.

#include "ui/views/parameters_form.h"

#include <QWidget>

class QToolButton;

namespace poolscope {

class RunOptions final : public QWidget {
    Q_OBJECT
public:
    explicit RunOptions(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Puts what stands here into a request; the error's path is the field's name.
    Result<void> read(RunRequest& request) const;
    void show(const RunRequest& request);
    /// Opens, marks the field of that name and says below it what is wrong; false: none of ours.
    bool refuse(const QString& field, const QString& sentence);
    void acceptAll();
    void setInputFile(const QString& path); ///< and opens
    bool hasInputFile() const;
    bool opened() const;
    void open(bool opened);

signals:
    void changed();

private:
    void tell();

    Job m_fields;
    QToolButton* m_head;
    ParametersForm* m_form;
    Theme m_theme;
};

} // namespace poolscope

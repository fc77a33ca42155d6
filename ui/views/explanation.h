// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the chosen opcode does, in words.

#include "ui/charts/charts.h"

#include <QWidget>

class QLabel;

namespace poolscope {

class Explanation final : public QWidget {
    Q_OBJECT
public:
    explicit Explanation(MessageModel& message, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);

private:
    void tell();

    MessageModel& m_message;
    QLabel *m_name, *m_place, *m_meaning;
};

} // namespace poolscope

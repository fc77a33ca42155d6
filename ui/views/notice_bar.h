// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An inline message with what can be done about it; never a message box.

#include "ui/charts/charts.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace poolscope {

class NoticeBar final : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `strong` is bold. Buttons are for answers; without any there is a ✕ to close it.
    void tell(const QString& strong, const QString& detail = {});
    /// What was asked for is done: nobody needs to read it.
    void tellDone(const QString& strong, const QString& detail = {});
    void putAway(); ///< clears what nobody needs to read
    QPushButton* addAnswer(const QString& text);
    void clear();
    QString text() const;

private:
    void layOut();

    Theme m_theme;
    QString m_strong, m_detail;
    bool m_isDone = false;
    QLabel *m_icon, *m_text;
    QHBoxLayout* m_answers;
    QPushButton* m_close;
};

} // namespace poolscope

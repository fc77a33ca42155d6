// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The top of the Bytes view: back to the run, what the message costs, which message; its bytes by
// use, and what could be done.

#include "ui/charts/charts.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace poolscope {

/// The way back to the run; its text is the task's name.
QToolButton* newBackButton(QWidget* parent = nullptr);

class BytesHead final : public QWidget {
    Q_OBJECT
public:
    explicit BytesHead(MessageModel& message, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setTask(const QString& task); ///< what the way back is called
    void setMostChunk(std::uint64_t items) { m_mostChunk = items; } ///< that may be advised
    /// The kept messages, each a choice; the last one is disabled where there was no answer to keep.
    void setMessages(const QStringList& messages, int chosen, const QString& noAnswer);
    QString sentence() const; ///< "132 bytes to carry 10 bytes of values"
    QString advice() const;

signals:
    void backWanted();
    void messageChosen(int message);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void tell();
    void fit();

    MessageModel& m_message;
    Theme m_theme;
    std::uint64_t m_mostChunk = 1;
    QToolButton* m_back;
    QLabel *m_headline, *m_facts, *m_advice;
    HelpMark* m_help;
    ChoiceBar* m_messages;
    ShareBar* m_shares;
};

} // namespace poolscope

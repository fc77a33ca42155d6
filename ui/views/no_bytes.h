// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why there are no bytes to look at, and what can be done about it.

#include "ui/views/run_desk.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace poolscope {

/// How much is kept of a run that is recorded.
inline constexpr std::uint64_t payloadBudget = 64'000'000;

/// A sentence and, where something can be done, the request that does it.
struct NoBytes {
    QString title, sentence, action;
    std::optional<RunRequest> remedy;
};
/// Why no message of the task was kept.
NoBytes noBytesOf(const RunDesk::Entry& entry, std::uint64_t item);
/// Why a message has no answer, in a sentence.
QString noAnswerOf(const RunDesk::Entry& entry);

/// The sentence in the middle of the page, and its button.
class NoBytesPanel final : public QWidget {
    Q_OBJECT
public:
    explicit NoBytesPanel(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void tell(const NoBytes& why, const QString& task);
    QString text() const;

signals:
    void backWanted();
    void remedyWanted(const poolscope::RunRequest& request);

private:
    QLabel *m_title, *m_sentence;
    QPushButton* m_action;
    QToolButton* m_back;
    std::optional<RunRequest> m_remedy;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The labels of the verdict's bar as switches for the keyboard and for a screen reader: Tab comes to one
// of them, arrows go on to the others, Space and Enter filter for the phase, Esc counts all again. What
// is seen of them but for the focus is painted by the strip, which has the mouse too.

#include "ui/charts/theme.h"

#include <QAbstractButton>
#include <QRect>

#include <array>
#include <optional>

namespace poolscope {

class PhaseLabel;

class PhaseLabels final : public QObject {
    Q_OBJECT
public:
    explicit PhaseLabels(QWidget* strip);

    void setTheme(const Theme& theme);
    void setPressed(std::optional<Phase> phase);
    /// Where a label stands and what it says; an empty rectangle hides it.
    void place(Phase phase, const QRect& rect, const QString& text);

signals:
    void toggled(poolscope::Phase phase);
    void cleared();

private:
    void move(std::size_t from, int by);
    void tell(std::size_t index);

    std::array<PhaseLabel*, phaseCount> m_labels;
    std::array<QString, phaseCount> m_texts;
    std::optional<Phase> m_pressed;
};

/// One of them.
class PhaseLabel final : public QAbstractButton {
    Q_OBJECT
public:
    explicit PhaseLabel(QWidget* strip);
    void setTheme(const Theme& theme);

signals:
    void moved(int by);
    void cleared();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
};

} // namespace poolscope

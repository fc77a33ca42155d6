// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The small controls of chart headers; the window's panels use them too.

#include "ui/charts/theme.h"

#include <QAbstractButton>
#include <QStringList>
#include <QWidget>

namespace poolscope {

/// Exclusive choices in one frame; the chosen one is filled with ink. Left and right arrows move it.
class ChoiceBar final : public QWidget {
    Q_OBJECT
public:
    ChoiceBar(const QStringList& choices, int height, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    int chosen() const { return m_chosen; }
    QString chosenText() const { return m_choices.value(m_chosen); }
    void choose(int index); ///< emits chosenChanged where it is another
    /// Other choices, all of them enabled; tells nobody.
    void setChoices(const QStringList& choices, int chosen);
    void setChoiceEnabled(int index, bool enabled);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosenChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect part(int index) const;
    int partAt(const QPoint& point) const;

    QStringList m_choices;
    QList<bool> m_enabled;
    Theme m_theme;
    int m_height;
    int m_chosen = 0;
    int m_hovered = -1;
};

/// A rounded chip with a dot: "Live", "View paused, 0.60 s behind", "Example"; with a ✕ at its end where
/// a click takes away what it says.
class Chip final : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setDot(bool dot);
    void setCross(bool cross);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    bool m_dot = true;
    bool m_cross = false;
};

/// A "?" in a circle whose tool tip explains a figure in one sentence with its formula; by key it is
/// shown as soon as the mark has the focus.
class HelpMark final : public QWidget {
    Q_OBJECT
public:
    explicit HelpMark(const QString& help, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setHelp(const QString& help);

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    Theme m_theme;
};

/// A button of the look: "plain", "primary" (ink) or "bare" (no edge), with a sign before its text or a
/// cross in its place.
class LookButton final : public QAbstractButton {
    Q_OBJECT
public:
    enum class Kind { Plain, Primary, Bare };
    enum class Sign { None, Span, Funnel };
    LookButton(const QString& text, int height, Kind kind = Kind::Plain, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setCross(bool cross); ///< a ✕ instead of text
    void setSign(Sign sign);   ///< 16 px before the text
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    int m_height;
    Kind m_kind;
    Sign m_sign = Sign::None;
    bool m_cross = false;
};

/// Words of which the chosen one is underlined: "Throughput", "Latency".
class TabWords final : public QWidget {
    Q_OBJECT
public:
    explicit TabWords(const QStringList& words, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    int chosen() const { return m_chosen; }
    QString chosenText() const { return m_words.value(m_chosen); }
    void choose(int index);
    /// Other words, of which one is chosen; tells nobody.
    void setWords(const QStringList& words, int chosen);
    QSize sizeHint() const override;

signals:
    void chosenChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect part(int index) const;

    QStringList m_words;
    Theme m_theme;
    int m_chosen = 0;
};

} // namespace poolscope

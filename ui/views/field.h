// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line to type a number or a word into. Numbers are grouped when they are done and stepped with
// the arrows; a refused value has a thick edge and a ✕ until it is changed.

#include "ui/charts/charts.h"

#include <QLineEdit>

namespace poolscope {

class Field final : public QLineEdit {
    Q_OBJECT
public:
    enum class Kind { Text, Integer, Real };
    explicit Field(Kind kind, QWidget* parent = nullptr);

    void setTheme(const Theme& theme, int height = 26);
    void setLimits(double least, double most);
    void setValue(const QString& text); ///< grouped where it is an integer
    QString value() const;              ///< as a program reads it: no group signs
    void setRefused(bool refused);
    bool isRefused() const { return m_refused; }

signals:
    void valueChanged(); ///< by the user

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    bool steps() const { return m_kind != Kind::Text && !m_refused; }
    QRect arrows() const;
    void step(int by);
    void group();

    Kind m_kind;
    Theme m_theme;
    double m_least = -9e15, m_most = 9e15;
    bool m_refused = false;
};

/// Digits with U+202F between groups; anything but an integer stays as it is.
QString grouped(const QString& digits);
/// Without what grouped() put in.
QString ungrouped(const QString& text);

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A value under its heading: some lines of it, broken wherever they are full, and how long it is.

#include "ui/charts/charts.h"

#include <QTextLayout>
#include <QWidget>

namespace poolscope {

class ValueView final : public QWidget {
    Q_OBJECT
public:
    static constexpr int mostLines = 6;

    explicit ValueView(const QString& heading, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    /// `aside` stands beside a short value: "n = 10".
    void show(const ShownValue& value, const QString& aside = {});
    void showNone(const QString& why); ///< in its place, as prose
    QString text() const { return m_value.text; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override; ///< Copy

private:
    QFont font() const;
    /// Lines laid out over `width`; the last ends in "…" where there are more. Returns how many.
    int layOut(QTextLayout& layout, int width) const;

    QString m_heading, m_aside;
    ShownValue m_value;
    bool m_none = true;
    Theme m_theme;
};

} // namespace poolscope

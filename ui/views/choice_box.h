// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A box to choose from a list, and where it is editable to type another value into.

#include "ui/charts/charts.h"

#include <QComboBox>

namespace poolscope {

class ChoiceBox final : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(bool editable, QWidget* parent = nullptr);

    void setTheme(const Theme& theme, int height = 26);
    void setRefused(bool refused);
    bool isRefused() const { return m_refused; }
    QString value() const; ///< what stands in it, without group signs

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    Theme m_theme;
    bool m_refused = false;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The run for a room full of people: job, verdict, bar, lanes and serialization overhead in large type,
// and nothing else. Measures are of 1920×1080 and grow and shrink with the window.

#include "ui/charts/chart.h"
#include "ui/charts/verdict_strip.h"

#include <optional>

namespace poolscope {

class Presenter final : public Chart {
    Q_OBJECT
public:
    explicit Presenter(QWidget* parent = nullptr);

    /// In the place of the verdict, where there is none.
    void setMessage(std::optional<StripMessage> message);
    /// In the place of the advice, with ✕ before it; empty takes it away.
    void setAlert(const QString& alert);
    void setFilter(std::optional<Phase> phase); ///< the other phases are drawn faint
    QSize sizeHint() const override { return {1920, 1080}; }

signals:
    void closeWanted(); ///< Esc

protected:
    void refresh() override {}
    void restyle() override {}
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::optional<StripMessage> m_message;
    std::optional<Phase> m_filter;
    QString m_alert;
};

} // namespace poolscope

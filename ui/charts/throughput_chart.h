// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// E: steady or starved? Items per second, chunks in flight and busy workers over time; behind the
// second tab F: how long chunks took.

#include "ui/charts/chart.h"

#include <memory>

namespace poolscope {

class ThroughputChart final : public Chart {
    Q_OBJECT
public:
    explicit ThroughputChart(QWidget* parent = nullptr);
    ~ThroughputChart() override;

    void showLatency(bool latency); ///< the other tab
    ChartTable table() const override; ///< of the tab that is shown
    ChartTable tableOf(bool latency) const;
    QSize sizeHint() const override;

protected:
    void refresh() override;
    void restyle() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace poolscope

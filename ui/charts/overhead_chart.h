// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// C: how much of whose time goes into pickling, unpickling and transfer.

#include "ui/charts/chart.h"

#include <memory>
#include <optional>

namespace poolscope {

/// One row of the chart: the parent, a worker, or Σ.
struct OverheadRow {
    QString name;
    double pickle = 0, unpickle = 0, transfer = 0; ///< s, in all units of the chart
    double pickled = 0, unpickled = 0, moved = 0;  ///< bytes
    double whole = 0;                              ///< s of its time; the % are of this
    double time() const { return pickle + unpickle + transfer; }
    double bytes() const { return moved; }
};

/// What the chart shows: parent, workers, Σ at the end; of a stretch of the run, or of all of it.
std::vector<OverheadRow> overheadRows(const RunModel& run, const Counted& stretch = {});
/// The rows with the time of one of the three phases alone; a phase that is none of them changes nothing.
std::vector<OverheadRow> onlyPhase(std::vector<OverheadRow> rows, std::optional<Phase> phase);
/// At most `most` rows: what has no place is joined in one row before Σ, so that nothing is left out.
std::vector<OverheadRow> withRestJoined(std::vector<OverheadRow> rows, std::size_t most);

class OverheadChart final : public Chart {
    Q_OBJECT
public:
    enum class Unit { Time, Percent, Bytes };
    explicit OverheadChart(QWidget* parent = nullptr);
    ~OverheadChart() override;

    void setUnit(Unit unit);
    Unit unit() const;
    ChartTable table() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void restyle() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Parts;
    void place();

    std::unique_ptr<Parts> m_parts;
};

} // namespace poolscope

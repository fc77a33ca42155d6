// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What of a run is counted: a phase, a stretch of time, both or all of it. All charts of a window
// share one; the verdict is always that of the whole run.

#include "core/telemetry/telemetry.h"

#include <QObject>

#include <optional>

namespace poolscope {

class TimeRange;

/// Times are ns since the run began.
struct Filter {
    std::optional<Phase> phase;
    double begin = 0, end = 0; ///< no stretch where `end` is not behind `begin`

    bool hasRange() const { return end > begin; }
    bool none() const { return !phase && !hasRange(); }
    bool operator==(const Filter&) const = default;
};

/// "1.20 s to 1.48 s" (translated); empty where there is no stretch.
QString stretchText(const Filter& filter);

class RunFilter final : public QObject {
    Q_OBJECT
public:
    explicit RunFilter(QObject* parent = nullptr) : QObject(parent) {}
    const Filter& now() const { return m_filter; }
    void set(const Filter& filter);

signals:
    void changed();

private:
    Filter m_filter;
};

/// The stretch that charts count, as begin and end in ns: what is selected, else what is filtered
/// for, else nothing. A selection is looked at before it becomes a filter.
struct Counted {
    double begin = 0, end = 0;
    bool part() const { return end > begin; } ///< of the run; otherwise all of it counts
    bool operator==(const Counted&) const = default;
};
Counted countedStretch(const TimeRange* range, const RunFilter* filter);

} // namespace poolscope

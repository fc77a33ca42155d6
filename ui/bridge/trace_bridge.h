// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A traced Python program for the window: its pools as runs, while it goes on. Part of the door of ui/bridge.

#include "core/insight/insight.h"
#include "core/telemetry/telemetry.h"

#include <QObject>

#include <memory>
#include <string>
#include <vector>

namespace poolscope {

/// What one look at a traced program brings.
struct TraceTick {
    struct Pool {
        std::size_t number = 0; ///< in the order in which they did something
        RunPlan plan;
        Summary summary;
        RunTotals totals;
        KeptBatch fresh; ///< the rows so far, events and failures since the last tick
    };
    bool last = false; ///< the program is over
    int exitCode = 0;  ///< then
    std::vector<Pool> pools;       ///< all that did something
    std::vector<std::string> told; ///< sentences: of workers that died since the last tick, of what cannot be pickled
};

/// Follows one program at a time. All signals come on the thread of the object.
class TraceBridge final : public QObject {
    Q_OBJECT
public:
    explicit TraceBridge(QObject* parent = nullptr);
    ~TraceBridge() override; ///< a program that goes on is left alone

    Result<void> start(const std::vector<std::string>& command); ///< only while none runs
    void interrupt(); ///< as Ctrl-C does
    bool running() const;

signals:
    void ticked(std::shared_ptr<poolscope::TraceTick> tick); ///< of a program that is over the last one says so

private:
    class Follower;
    void show(const std::shared_ptr<TraceTick>& tick);

    std::shared_ptr<Follower> m_follower; ///< while one is followed
};

} // namespace poolscope

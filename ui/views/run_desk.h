// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The runs of a window: the one under way, those before it, and which is in view.

#include "ui/bridge/bridge.h"
#include "ui/charts/charts.h"

#include <QObject>

#include <memory>
#include <vector>

namespace poolscope {

class RunDesk final : public QObject {
    Q_OBJECT
public:
    /// One run with what was asked for and what came of it.
    struct Entry {
        RunRequest request;
        std::shared_ptr<RunModel> run;
        std::shared_ptr<ResultsModel> results;
        std::shared_ptr<const Payloads> payloads; ///< its messages; null where none are kept
    };

    RunDesk(const Catalogue& catalogue, std::shared_ptr<LaneStarter> threads, QObject* parent = nullptr);

    RunsModel& runs() { return m_runs; }
    Result<void> check(const RunRequest& request) const { return m_bridge.check(request); }
    void start(const RunRequest& request); ///< only while none runs; the new one comes into view
    void stop() { m_bridge.stop(); }
    void setTick(int milliseconds) { m_bridge.setTick(milliseconds); }
    bool running() const { return m_bridge.running(); }
    Entry* live();           ///< the run under way, or null
    const Entry* inView() const; ///< or null, before the first

signals:
    void ticked();       ///< the run under way has new facts
    void ended(bool inView); ///< and is over
    void viewChanged();  ///< another run came into view

private:
    void apply(RunTick& tick);
    void begin(const RunTick& tick);

    RunBridge m_bridge;
    RunsModel m_runs;
    std::vector<std::unique_ptr<Entry>> m_entries;
    bool m_begun = false; ///< the plan of the run under way is complete
};

} // namespace poolscope

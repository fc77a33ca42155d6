// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The runs of a window: the one under way, those before it, and which is in view.

#include "ui/bridge/bridge.h"
#include "ui/charts/charts.h"

#include <QObject>
#include <QThread>

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
        std::int64_t began = 0; ///< ms since 1970, UTC
        ProbeResult probe;
        ResultDigest digest;
        std::vector<std::string> values; ///< repr of the first ones, shortened
        bool kept = false;               ///< it is saved as it is now
        std::string autosaved;           ///< the file in which it waits to be saved, or empty
        std::string command;             ///< as its session says; empty: as its request says
    };
    using Entries = std::vector<std::unique_ptr<Entry>>;

    RunDesk(const Catalogue& catalogue, std::shared_ptr<LaneStarter> threads, QObject* parent = nullptr);

    RunsModel& runs() { return m_runs; }
    Result<void> check(const RunRequest& request) const { return m_bridge.check(request); }
    void start(const RunRequest& request); ///< only while none runs; the new one comes into view
    void stop() { m_bridge.stop(); }
    void setTick(int milliseconds) { m_bridge.setTick(milliseconds); }
    bool running() const { return m_bridge.running(); }
    void add(Entries entries); ///< of a session that was opened; the last one comes into view
    const Entries& entries() const { return m_entries; } ///< in the order in which they came
    Entry* live();           ///< the run under way, or null
    /// A run that is over and did something can be kept.
    static bool canBeKept(const Entry& entry);
    static RecordedRun record(const Entry& entry);
    /// The command line that does it again: of a run of a session, the one it was kept with.
    static QString commandOf(const Entry& entry);
    /// A run of a session as an entry; on any thread, its models belong to `thread` afterwards.
    static std::unique_ptr<Entry> restore(const RecordedRun& run, QThread* thread);
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
    Entry* m_live = nullptr; ///< the run that was begun last
    Entries m_entries;
    bool m_begun = false; ///< the plan of the run under way is complete
};

} // namespace poolscope

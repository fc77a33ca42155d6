// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every figure of a run under the name that it has in the summary of the command line (--json): as the
// exact value that stands there, and as a person reads it. Private to the exports.

#include "ui/charts/report.h"

#include <QHash>

#include <vector>

namespace poolscope {

struct Figure {
    QString name;  ///< "phases_s.out.pickle", "worker.0.items"
    QString value; ///< exact, as in JSON but without quotes; "null" where there is none
    QString text;  ///< "0.16 s"
};

class Figures final {
public:
    explicit Figures(const ReportedRun& reported);
    /// Of that name; an empty one where there is none.
    const Figure& operator[](const QString& name) const;
    const std::vector<Figure>& all() const { return m_all; }
    static constexpr std::size_t mostErrors = 1000; ///< failures that are listed one by one

private:
    void add(const QString& name, const QString& value, const QString& text);
    void words(const QString& name, const std::string& text);
    void count(const QString& name, std::uint64_t count);
    void number(const QString& name, double value, const std::string& text);
    void time(const QString& name, double seconds);
    void bytes(const QString& name, std::uint64_t bytes);
    void flag(const QString& name, bool is);
    void limit(const QString& name, bool is, const QString& value, const QString& text);

    void addPlan(const Summary& summary);
    void addLimits(const RunPlan& plan);
    void addCounts(const Summary& summary);
    void addTimes(const Summary& summary);
    void addFactors(const Summary& summary);
    void addPhases(const QString& name, const PhaseSeconds& phases);
    void addApart(const QString& name, double start, double unaccounted);
    void addShares(const Summary& summary);
    void addBytes(const QString& name, std::uint64_t out, std::uint64_t back, std::uint64_t beside);
    void addResult(const ReportedRun& reported);
    void addWorker(const QString& name, const WorkerSummary& worker);
    void addFailure(const QString& name, const Failure& failure);

    std::vector<Figure> m_all;
    QHash<QString, std::size_t> m_index;
};

/// The phases in the order of the verdict's bar.
inline constexpr Phase reportedPhases[] = {Phase::Compute, Phase::Pickle, Phase::Unpickle,
                                           Phase::Transfer, Phase::Wait};

} // namespace poolscope

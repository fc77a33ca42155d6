// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person changes about a run that is looked at, each step of which can be taken back: the
// filter and the notes.

#include "ui/models/run_filter.h"
#include "ui/models/run_model.h"

#include <QPointer>
#include <QUndoStack>

namespace poolscope {

/// Belongs to a window. The steps are those of the run in view: another run begins with none.
class RunEdits final : public QObject {
    Q_OBJECT
public:
    explicit RunEdits(QObject* parent = nullptr);

    RunFilter& filter() { return m_filter; }
    QUndoStack& steps() { return m_steps; }
    void
    setRun(RunModel* run); ///< not owned; may be null. A stretch filtered for goes with the old one

    void filterFor(const Filter& filter);
    void filterForPhase(std::optional<Phase> phase); ///< the stretch stays
    void filterForRange(double begin, double end); ///< ns; the phase stays. None where end ≤ begin
    void clearFilter();

    /// Adds a note; one without text is not added.
    void addNote(const Annotation& note);
    /// Puts `after` in the place of `before`; an empty text takes it away. Nothing where `before` is
    /// none of the run's, or nothing changes.
    void changeNote(const Annotation& before, const Annotation& after);
    void removeNote(const Annotation& note);

private:
    void setNotes(std::vector<Annotation> notes, const QString& step);

    RunFilter m_filter;
    QUndoStack m_steps;
    QPointer<RunModel> m_run;
};

} // namespace poolscope

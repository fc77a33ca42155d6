// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_edits.h"

#include <QUndoCommand>

#include <algorithm>

namespace poolscope {

namespace {

class FilterStep final : public QUndoCommand {
public:
    FilterStep(RunFilter& filter, const Filter& after, const QString& text)
        : QUndoCommand(text), m_filter(filter), m_before(filter.now()), m_after(after)
    {}
    void undo() override { m_filter.set(m_before); }
    void redo() override { m_filter.set(m_after); }

private:
    RunFilter& m_filter;
    Filter m_before, m_after;
};

class NotesStep final : public QUndoCommand {
public:
    NotesStep(RunModel& run, std::vector<Annotation> after, const QString& text)
        : QUndoCommand(text), m_run(&run), m_before(run.annotations()), m_after(std::move(after))
    {}
    void undo() override { put(m_before); }
    void redo() override { put(m_after); }

private:
    void put(const std::vector<Annotation>& notes)
    {
        if (m_run) m_run->setAnnotations(notes);
    }
    QPointer<RunModel> m_run;
    std::vector<Annotation> m_before, m_after;
};

} // namespace

RunEdits::RunEdits(QObject* parent) : QObject(parent) {}

void RunEdits::setRun(RunModel* run)
{
    if (run == m_run) return;
    m_run = run;
    m_steps.clear();
    m_filter.set({m_filter.now().phase, 0, 0});
}

void RunEdits::filterFor(const Filter& filter)
{
    if (filter == m_filter.now()) return;
    const QString text = filter.none() ? tr("taking the filter away") : tr("the filter");
    m_steps.push(new FilterStep(m_filter, filter, text));
}

void RunEdits::filterForPhase(std::optional<Phase> phase)
{
    Filter filter = m_filter.now();
    filter.phase = phase;
    filterFor(filter);
}

void RunEdits::filterForRange(double begin, double end)
{
    const bool some = end > begin;
    filterFor({m_filter.now().phase, some ? begin : 0, some ? end : 0});
}

void RunEdits::clearFilter() { filterFor({}); }

void RunEdits::setNotes(std::vector<Annotation> notes, const QString& step)
{
    m_steps.push(new NotesStep(*m_run, std::move(notes), step));
}

void RunEdits::addNote(const Annotation& note)
{
    if (!m_run || note.text.empty()) return;
    std::vector<Annotation> notes = m_run->annotations();
    notes.push_back(note);
    setNotes(std::move(notes), tr("adding a note"));
}

void RunEdits::changeNote(const Annotation& before, const Annotation& after)
{
    if (after.text.empty()) return removeNote(before);
    if (!m_run || before == after) return;
    std::vector<Annotation> notes = m_run->annotations();
    const auto place = std::find(notes.begin(), notes.end(), before);
    if (place == notes.end()) return;
    *place = after;
    setNotes(std::move(notes),
             before.text == after.text ? tr("moving a note") : tr("changing a note"));
}

void RunEdits::removeNote(const Annotation& note)
{
    if (!m_run) return;
    std::vector<Annotation> notes = m_run->annotations();
    const auto place = std::find(notes.begin(), notes.end(), note);
    if (place == notes.end()) return;
    notes.erase(place);
    setNotes(std::move(notes), tr("removing a note"));
}

} // namespace poolscope

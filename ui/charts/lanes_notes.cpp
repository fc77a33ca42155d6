// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notes on the lanes: writing, moving and hovering them.
#include "ui/charts/lanes_chart.h"

#include "ui/charts/lanes_parts.h"
#include "ui/charts/lanes_plot.h"
#include "ui/charts/note_editor.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace poolscope {

std::vector<NoteFlag> LanesPlot::flags(const LaneScene& scene) const
{
    std::vector<NoteFlag> flags = noteFlags(scene, m_layout);
    for (NoteFlag& flag : flags) {
        if (!m_dragging || flag.note != m_heldNote) continue;
        flag.x = static_cast<int>(std::lround(scene.x(m_heldAt)));
        flag.flag.moveLeft(flag.x);
    }
    return flags;
}

std::optional<std::size_t> LanesPlot::noteAt(const QPoint& point) const
{
    const std::optional<LaneScene> here = scene();
    if (!here) return {};
    for (const NoteFlag& flag : flags(*here)) {
        if (flag.flag.adjusted(-2, 0, 2, 0).contains(point)) return flag.note;
    }
    return {};
}

QPoint LanesPlot::placeOf(const Annotation& note) const
{
    const std::optional<LaneScene> here = scene();
    if (!here) return {};
    const int lane = note.lane < 0 ? 0 : note.lane + (m_layout.parent ? 1 : 0);
    const double x = here->x(static_cast<double>(note.at));
    return {static_cast<int>(std::lround(x)), note.lane < 0 ? 0 : m_layout.barTop(lane)};
}

double LanesPlot::nanosAt(const QPoint& point) const
{
    const std::optional<LaneScene> here = scene();
    return here ? std::clamp(here->at(point.x()), 0.0, std::max(0.0, m_run->now())) : 0;
}

int LanesPlot::workerAt(const QPoint& point) const
{
    const int lane = m_layout.laneAt(point.y());
    return lane < 0 ? -1 : m_layout.worker(lane);
}

bool LanesPlot::dragNote(const QPoint& point)
{
    if (!m_heldNote) return false;
    m_heldAt = nanosAt(point);
    m_marks->replot();
    return true;
}

bool LanesPlot::dropNote(const QPoint& point)
{
    if (!m_heldNote) return false;
    const std::size_t note = *m_heldNote;
    const bool moved = m_dragging;
    m_heldNote.reset();
    m_pressed.reset();
    m_dragging = false;
    if (moved)
        emit noteMoved(note, nanosAt(point));
    else
        emit noteClicked(note);
    return true;
}

void LanesChart::addNote()
{
    if (!run() || !range() || !m_parts->edits) return;
    Annotation note;
    if (m_parts->noteHere) {
        note = *std::exchange(m_parts->noteHere, {});
    } else if (const RowRef row = selected(); row.valid()) {
        const Row chosen = run()->row(row);
        note.lane = row.lane;
        note.at = chosen.start + std::llround(waitBefore(chosen));
    } else {
        const Counted part = countedStretch(range(), nullptr);
        const double middle =
            part.part() ? (part.begin + part.end) / 2 : (range()->begin() + range()->end()) / 2;
        note.at = std::llround(std::clamp(middle, 0.0, run()->now()));
    }
    for (const Annotation& known : run()->annotations()) { // one that is there is changed
        if (known.at == note.at && known.lane == note.lane) note.text = known.text;
    }
    editNote(note);
}

void LanesChart::editNote(const Annotation& note)
{
    Parts& parts = *m_parts;
    if (!parts.noteEditor) {
        parts.noteEditor = new NoteEditor(this);
        connect(parts.noteEditor, &NoteEditor::written, this,
                [this](const Annotation& before, const Annotation& after) {
                    if (!m_parts->edits) return;
                    if (before.text.empty())
                        m_parts->edits->addNote(after);
                    else
                        m_parts->edits->changeNote(before, after);
                });
    }
    parts.noteEditor->setTheme(theme());
    parts.noteEditor->edit(note, parts.plot->mapTo(this, parts.plot->placeOf(note)));
}

void LanesChart::connectNotes()
{
    connect(m_parts->plot, &LanesPlot::noteClicked, this, [this](std::size_t note) {
        if (note < run()->annotations().size()) editNote(run()->annotations()[note]);
    });
    connect(m_parts->plot, &LanesPlot::noteMoved, this, [this](std::size_t note, double nanos) {
        if (!m_parts->edits || note >= run()->annotations().size()) return;
        const Annotation before = run()->annotations()[note];
        m_parts->edits->changeNote(before, {std::llround(nanos), before.lane, before.text});
    });
}

} // namespace poolscope

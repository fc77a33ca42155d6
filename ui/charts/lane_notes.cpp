// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lane_notes.h"

#include "ui/charts/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace poolscope {

namespace {

constexpr int flagTall = 16;
constexpr int mostWide = 160;
constexpr int bareWide = 8;
constexpr int padding = 5;

QString textOf(const Annotation& note) { return QString::fromStdString(note.text); }

/// The lane of the layout that the note stands at, -1 for all, -2 where it is out of view.
int rowOf(const Annotation& note, const LaneLayout& layout)
{
    if (note.lane < 0) return -1;
    const int lane = note.lane + (layout.parent ? 1 : 0);
    return lane < layout.lanes && layout.seen(lane) ? lane : -2;
}

} // namespace

std::vector<NoteFlag> noteFlags(const LaneScene& scene, const LaneLayout& layout)
{
    std::vector<NoteFlag> flags;
    const auto& notes = scene.run.annotations();
    const int tall = scene.theme.px(flagTall), right = scene.left + scene.width;
    std::map<int, int> limit; // by lane: where the next flag begins
    for (std::size_t i = notes.size(); i-- > 0;) {
        const auto at = static_cast<double>(notes[i].at);
        const int row = rowOf(notes[i], layout);
        if (row < -1 || at < scene.begin || at > scene.end) continue;
        NoteFlag flag;
        flag.note = i;
        flag.x = std::min(static_cast<int>(std::lround(scene.x(at))), right - 1);
        flag.top = row < 0 ? 0 : std::max(0, layout.barTop(row) - tall / 2);
        flag.bottom = row < 0 ? layout.shown() : layout.barTop(row) + layout.bar;
        const int room = (limit.count(row) > 0 ? limit[row] - 2 : right) - flag.x;
        const int wanted = widthOf(scene.theme.font(12, QFont::Medium), textOf(notes[i])) +
                           2 * scene.theme.px(padding);
        const int wide = std::min({wanted, scene.theme.px(mostWide), room});
        flag.told = wide >= std::min(wanted, scene.theme.px(40));
        flag.flag =
            QRect(flag.x, flag.top,
                  flag.told ? wide : std::min(scene.theme.px(bareWide), std::max(3, room)), tall);
        limit[row] = flag.x;
        flags.push_back(flag);
    }
    std::reverse(flags.begin(), flags.end());
    return flags;
}

void drawNotes(QPainter& painter, const LaneScene& scene, const std::vector<NoteFlag>& flags)
{
    const Theme& theme = scene.theme;
    for (const NoteFlag& flag : flags) {
        painter.fillRect(QRect(flag.x, flag.top, 1, flag.bottom - flag.top), theme.ink);
        painter.fillRect(flag.flag, theme.ink);
        if (!flag.told) continue;
        painter.setFont(theme.font(12, QFont::Medium));
        painter.setPen(theme.onInk);
        const int pad = theme.px(padding);
        drawLabel(painter, flag.flag.adjusted(pad, 0, -pad + 2, 0),
                  textOf(scene.run.annotations()[flag.note]));
    }
}

QString noteText(const Annotation& note)
{
    const QString at = timeOf(static_cast<double>(note.at) * 1e-9);
    const QString where = note.lane < 0 ? at : QStringLiteral("%1, W%2").arg(at).arg(note.lane);
    return QStringLiteral("%1: %2").arg(where, textOf(note));
}

} // namespace poolscope

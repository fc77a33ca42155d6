// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pictures of the window, made by the program itself from real runs; they need no display
// (QT_QPA_PLATFORM=offscreen).

#include "ui/bridge/bridge.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <memory>

namespace poolscope {

struct PictureRequest {
    QString file;                                 ///< *.png
    QString state = QStringLiteral("finished");   ///< one of pictureStates()
    QString theme = QStringLiteral("light");      ///< or "dark"
    QSize size = {1280, 772};
    bool blackAndWhite = false;                   ///< patterns in the place of colours
};

/// first-start, measuring, running, paused, finished, cannot-pickle, tasks-failed, worker-died, cancelled,
/// not-recorded, bytes, palette, table, presenter, compare, sweep, break-even.
QStringList pictureStates();
/// Runs a small real job until the window is in that state and writes the picture. Needs a
/// QApplication; returns when the workers are gone. The error says what is wrong with the request
/// ("ValueError", its path the field) or why there is no picture.
Result<void> renderPicture(Catalogue& catalogue, std::shared_ptr<LaneStarter> threads,
                           const PictureRequest& request);

} // namespace poolscope

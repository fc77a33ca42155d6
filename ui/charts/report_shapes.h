// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pictures of a run as shapes and text: SVG and PDF. Private to the exports.

#include "ui/charts/report.h"

#include <QByteArray>
#include <QSize>

#include <functional>

class QCPPainter;

namespace poolscope {

/// What is painted, as an SVG document of `size` points with that title and description.
QByteArray svgOf(const QSize& size, const QString& title, const QString& description,
                 const std::function<void(QCPPainter&)>& paint);
/// The charts on one sheet, with title and description.
QByteArray reportSvg(RunModel& run, const Theme& theme);
/// The same on an A4 page, landscape, with its fonts embedded.
QByteArray reportPdf(RunModel& run, const Theme& theme);

} // namespace poolscope

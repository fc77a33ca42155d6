// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/window_parts.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>

#include <algorithm>

namespace poolscope {

namespace {

QSettings settings()
{
    return QSettings(QStringLiteral("io.github.poolscope"), QStringLiteral("Poolscope"));
}

} // namespace

bool MainWindow::Parts::wantsDark() const
{
    if (themeChoice != QLatin1String("system")) return themeChoice == QLatin1String("dark");
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

void MainWindow::Parts::applyTheme()
{
    theme = Theme::of(wantsDark(), scale);
    style->setInk(theme.ink);
    window.setPalette(theme.palette());
    window.setFont(theme.font());
    window.setStyleSheet(styleSheetFor(theme));
    commands.setTheme(theme);
    tools->setTheme(theme);
    verdict->setTheme(theme);
    panel->setTheme(theme);
    detail->setTheme(theme);
    notice->setTheme(theme);
    first->setTheme(theme);
    charts->setTheme(theme);
    cannot->setTheme(theme);
    bytes->setTheme(theme);
}

void MainWindow::Parts::scaleType(double factor)
{
    scale = std::clamp(scale * factor, 0.8, 2.0);
    applyTheme();
}

void MainWindow::Parts::save() const
{
    QSettings kept = settings();
    kept.setValue(QStringLiteral("window/geometry"), window.saveGeometry());
    kept.setValue(QStringLiteral("window/state"), window.saveState());
    kept.setValue(QStringLiteral("window/charts"), charts->saveLayout());
    kept.setValue(QStringLiteral("window/task"), detailWanted);
    kept.setValue(QStringLiteral("look/theme"), themeChoice);
    kept.setValue(QStringLiteral("look/scale"), scale);
}

void MainWindow::Parts::restore()
{
    const QSettings kept = settings();
    window.restoreGeometry(kept.value(QStringLiteral("window/geometry")).toByteArray());
    window.restoreState(kept.value(QStringLiteral("window/state")).toByteArray());
    if (const auto layout = kept.value(QStringLiteral("window/charts")).toByteArray(); !layout.isEmpty()) {
        charts->restoreLayout(layout);
    }
    commands.jobPanel->setChecked(!dock->isHidden());
    detailDock->hide(); // until a task is selected
    detailWanted = kept.value(QStringLiteral("window/task"), false).toBool();
    scale = std::clamp(kept.value(QStringLiteral("look/scale"), 1.0).toDouble(), 0.8, 2.0);
    window.chooseTheme(kept.value(QStringLiteral("look/theme"), themeChoice).toString());
}

void MainWindow::Parts::resetLayout()
{
    dock->show();
    commands.jobPanel->setChecked(true);
    window.resizeDocks({dock, detailDock}, {panel->sizeHint().width(), detail->sizeHint().width()}, Qt::Horizontal);
    charts->resetLayout();
}

} // namespace poolscope

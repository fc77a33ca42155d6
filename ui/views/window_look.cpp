// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/window_parts.h"

#include "ui/views/desktop.h"
#include "ui/views/settings.h"

#include <QApplication>
#include <QLabel>

#include <algorithm>
#include <cmath>
#include <utility>

namespace poolscope {

bool MainWindow::Parts::wantsDark() const
{
    if (themeChoice != QLatin1String("system")) return themeChoice == QLatin1String("dark");
    const QPalette desktop = QApplication::palette();
    return desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
}

void MainWindow::Parts::applyTheme()
{
    theme = Theme::of(wantsDark(), scale);
    theme.blackAndWhite = commands.blackAndWhite->isChecked();
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
    palette->setTheme(theme);
    presenter->setTheme(theme);
    tables->setTheme(theme);
    compareStrip->setTheme(theme);
    compare->setTheme(theme);
    sweep->setTheme(theme);
    breakEven->setTheme(theme);
}

void MainWindow::Parts::scaleType(double factor)
{
    const double before = std::exchange(scale, std::clamp(scale * factor, 0.8, 2.0));
    const auto wide = static_cast<int>(std::lround(dock->width() * scale / before));
    applyTheme();
    if (dock->isVisible()) window.resizeDocks({dock}, {wide}, Qt::Horizontal); // its names keep their room
}

/// Panels and menus never move by themselves; what is left to calm is the run that is under way.
void MainWindow::Parts::reduceMotion(bool reduced)
{
    commands.lessMotion->setChecked(reduced);
    desk.setTick(reduced ? RunBridge::calmTick : RunBridge::usualTick);
}

void MainWindow::Parts::save() const
{
    QSettings kept = userSettings();
    kept.setValue(QStringLiteral("window/geometry"), window.saveGeometry());
    kept.setValue(QStringLiteral("window/state"), window.saveState());
    kept.setValue(QStringLiteral("window/charts"), charts->saveLayout());
    kept.setValue(QStringLiteral("window/task"), detailWanted);
    kept.setValue(QStringLiteral("look/theme"), themeChoice);
    kept.setValue(QStringLiteral("look/language"), commands.languages->checkedAction()->data());
    kept.setValue(QStringLiteral("look/scale"), scale);
    kept.setValue(QStringLiteral("look/blackAndWhite"), commands.blackAndWhite->isChecked());
    kept.setValue(QStringLiteral("look/lessMotion"), commands.lessMotion->isChecked());
    kept.setValue(QStringLiteral("files/recent"), recentFiles.paths());
    kept.setValue(QStringLiteral("palette/recent"), palette->model().recent());
}

void MainWindow::Parts::restore()
{
    const QSettings kept = userSettings();
    window.restoreGeometry(kept.value(QStringLiteral("window/geometry")).toByteArray());
    window.restoreState(kept.value(QStringLiteral("window/state")).toByteArray());
    if (const auto layout = kept.value(QStringLiteral("window/charts")).toByteArray(); !layout.isEmpty()) {
        charts->restoreLayout(layout);
    }
    commands.jobPanel->setChecked(!dock->isHidden());
    commands.blackAndWhite->setChecked(kept.value(QStringLiteral("look/blackAndWhite"), false).toBool());
    reduceMotion(kept.value(QStringLiteral("look/lessMotion"), desktopReducesMotion()).toBool());
    const QVariant language = kept.value(QStringLiteral("look/language"));
    for (QAction* action : commands.languages->actions()) {
        if (action->data() == language) action->setChecked(true);
    }
    recentFiles.setPaths(kept.value(QStringLiteral("files/recent")).toStringList());
    palette->model().setRecent(kept.value(QStringLiteral("palette/recent")).toStringList());
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

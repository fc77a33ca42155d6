// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Presenter mode: the run in view in large type, with panels, toolbar and buttons away; keys stay.
#include "ui/views/window_parts.h"

#include "ui/views/state_text.h"

namespace poolscope {

void MainWindow::Parts::present(bool on)
{
    commands.presenter->setChecked(on);
    if (on == presenting) return;
    presenting = on;
    if (on) {
        notice->putAway();
        for (QDockWidget* each : window.findChildren<QDockWidget*>()) {
            if (!each->isHidden()) putAway.append(each);
        }
    }
    for (QDockWidget* each : putAway) each->setVisible(!on);
    if (!on) putAway.clear();
    window.menuWidget()->setVisible(!on);
    showPage();
    showState();
    if (on) presenter->setFocus(Qt::OtherFocusReason);
    else panel->focusJobs();
}

void MainWindow::Parts::showPresenter()
{
    const auto* entry = desk.inView();
    if (!presenting || entry == nullptr) return;
    presenter->setRun(entry->run.get());
    presenter->setMessage(messageOf(*entry->run));
    const Sentence alert = alertOf(*entry->run);
    presenter->setAlert(alert.strong.isEmpty() ? QString() : alert.strong + alert.detail);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is shown before anything was run: what to try, and an example of what will be seen.

#include "ui/bridge/bridge.h"
#include "ui/charts/charts.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace poolscope {

class CardArt;
class ExampleView;

/// The requests behind the cards.
RunRequest demoRequest();       ///< power, sized to last about ten seconds
RunRequest bigPowRequest();     ///< the one that cannot be pickled
RunRequest workerDeathRequest();///< a task that kills its worker

class FirstStartPage final : public QWidget {
    Q_OBJECT
public:
    explicit FirstStartPage(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);

signals:
    void runWanted(const poolscope::RunRequest& request);
    void openWanted(); ///< a session

private:
    struct Told {
        QString title, text, button;
    };
    /// Its button, which is to be connected.
    QPushButton* newButton(const QString& text, const QString& icon, bool primary = false);
    QPushButton* addCard(QHBoxLayout* row, CardArt* art, const Told& told, const QString& icon,
                         bool primary = false, const QString& keys = {});
    void runs(QPushButton* button, const RunRequest& request);
    void addCards(QVBoxLayout* column);
    void addDeath(QVBoxLayout* column);
    void addExample(QVBoxLayout* column);

    QList<CardArt*> m_art;
    struct Shown {
        QPushButton* button;
        QString icon;
        bool primary;
    };
    QList<Shown> m_buttons;
    Chip* m_chip;
    ExampleView* m_example;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is shown before anything was run: three things to try, and an example of what will be seen.

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

private:
    struct Told {
        QString title, text, button;
        RunRequest request;
    };
    QWidget* newCard(CardArt* art, const Told& told, bool primary);
    void addCards(QVBoxLayout* column);
    void addExample(QVBoxLayout* column);

    QList<CardArt*> m_art;
    QList<QPushButton*> m_buttons;
    Chip* m_chip;
    ExampleView* m_example;
};

} // namespace poolscope

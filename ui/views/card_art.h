// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The small drawings at the top of the first start's cards.

#include "ui/views/example_run.h"

namespace poolscope {

class CardArt final : public QWidget {
    Q_OBJECT
public:
    enum class Motif { Lanes, Chain, File };
    explicit CardArt(Motif motif, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintLanes(QPainter& painter) const;
    void paintChain(QPainter& painter) const;
    void paintFile(QPainter& painter) const;

    Motif m_motif;
    Theme m_theme;
    ExampleRun m_run;
};

} // namespace poolscope

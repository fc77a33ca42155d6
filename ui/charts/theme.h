// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Colours and type of the program, light and dark, from resources/palette.json.

#include "ui/models/models.h"

#include <QBrush>
#include <QByteArray>
#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace poolscope {

constexpr int chartSide = 16; ///< px between what a chart shows and its left and right edges

/// One colour a token (look/spec.md says what each is for), and the user's type size.
struct Theme {
    bool dark = false;
    double scale = 1; ///< Ctrl +/−: all type and what holds it
    bool blackAndWhite = false; ///< phases are patterns of ink, not colours: fill them by fillPhase()

    QColor window, canvas, raised, raisedEdge, title, code, line, control, hover, select, zebra;
    QColor t1, t2, t3, off, ink, onInk, grid, axis, track, fill;
    QColor compute, pickle, unpickle, transfer, wait, pale, unpickleEdge, waitEdge;

    /// From the program's resources.
    static Theme lightTheme();
    static Theme darkTheme();
    static Theme of(bool dark, double scale = 1);
    /// From the text of palette.json; a missing token is our own mistake.
    static Theme fromJson(const QByteArray& json, const QString& name);

    QColor phase(Phase phase) const;
    /// What its bars are filled with, over `canvas`: its colour, or in black and white its pattern.
    QBrush phaseBrush(Phase phase, bool paler = false) const;
    QColor phaseEdge(Phase phase) const; ///< 1 px inside; invalid where it has none
    QColor onPhase(Phase phase) const;   ///< text on it: black or white, whichever reads better
    bool needsPlate(Phase phase) const;  ///< text on it needs `canvas` behind it: its pattern has lines

    int px(double pixels) const; ///< a measure of spec.md × scale, whole
    QFont font(int pixels = 13, int weight = QFont::Normal) const; ///< Inter, else DejaVu Sans
    QFont mono(int pixels = 12, int weight = QFont::Normal) const; ///< JetBrains Mono, else DejaVu Sans Mono
    QPalette palette() const; ///< for Fusion
};

/// Contrast of two colours by WCAG 2, 1 to 21.
double contrast(const QColor& a, const QColor& b);

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints the verdict of a run into the strip, and says where its parts are. Private to VerdictStrip.

#include "ui/charts/theme.h"

#include <QPainter>
#include <QRect>

#include <optional>
#include <vector>

namespace poolscope {

class VerdictPaint final {
public:
    VerdictPaint(const Theme& theme, const RunModel* run, const QRect& area);

    void sentence(QPainter& painter) const;
    void bar(QPainter& painter) const;
    void labels(QPainter& painter, std::optional<Phase> filter) const;
    void advice(QPainter& painter, const QString& alert, const QString& detail) const;
    void observing(QPainter& painter, int right) const;

    int sentenceRight() const;
    int adviceRight(const QString& alert, const QString& detail) const;
    std::optional<Phase> phaseAt(const QPoint& point) const;
    QRect labelOf(Phase phase) const { return column(static_cast<std::size_t>(phase)); }
    QString labelText(Phase phase) const; ///< "compute 17 %", as it is read out

private:
    /// Words in one font and colour.
    struct Piece {
        QString text;
        QFont font;
        QColor color;
    };
    /// One part of the bar: a phase, or what is in none.
    struct Part {
        std::optional<Phase> phase;
        QString name;
        double seconds = 0;
        int share = 0;
    };

    std::vector<Piece> words() const;
    std::vector<Piece> adviceWords(const QString& alert, const QString& detail) const;
    std::vector<Piece> progressWords(bool counts) const;
    std::vector<Part> parts() const;
    QRect column(std::size_t index) const;
    int columnWidth() const;
    QString whole() const;
    double progressWidth(bool counts, bool bar) const;
    int progress(QPainter& painter, double room) const;
    void piece(std::vector<Piece>& pieces, const QString& text, int pixels, int weight, const QColor& color) const;
    static double width(const std::vector<Piece>& pieces);
    static double draw(QPainter& painter, double x, const QRectF& line, const std::vector<Piece>& pieces);

    const Theme& m_theme;
    const RunModel* m_run;
    QRect m_area;
};

/// A row of times in one unit with two decimals: "1.00 s", "0.68 s".
std::vector<QString> timesInOneUnit(const std::vector<double>& seconds);

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/fuzzy.h"

#include <algorithm>
#include <vector>

namespace poolscope {

namespace {

constexpr qsizetype mostLetters = 200;
constexpr int each = 1, wordStart = 8, following = 6, beginning = 4;
constexpr int none = -1;

bool startsWord(const QString& text, qsizetype at)
{
    if (at == 0) return true;
    const QChar before = text[at - 1], here = text[at];
    return (!before.isLetterOrNumber() && here.isLetterOrNumber()) || (before.isLower() && here.isUpper());
}

int scoreAt(const QString& text, qsizetype at)
{
    return each + (startsWord(text, at) ? wordStart : 0) + (at == 0 ? beginning : 0);
}

/// For each letter that was typed and each place of it: the best score up to there, and from where.
struct Table {
    struct Cell {
        int score = none;
        qsizetype from = none;
    };
    Table(qsizetype rows, qsizetype columns) : width(columns), cells(static_cast<std::size_t>(rows * columns)) {}
    Cell& at(qsizetype row, qsizetype column) { return cells[static_cast<std::size_t>(row * width + column)]; }

    qsizetype width;
    std::vector<Cell> cells;
};

void fillRow(Table& table, qsizetype row, QChar letter, const QString& text)
{
    int best = none;
    qsizetype bestFrom = none;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].toLower() == letter) {
            const int here = scoreAt(text, i);
            const int near = row > 0 && i > 0 ? table.at(row - 1, i - 1).score : none;
            if (row == 0) table.at(row, i) = {here, none};
            else if (near != none && near + following >= best) table.at(row, i) = {near + following + here, i - 1};
            else if (best != none) table.at(row, i) = {best + here, bestFrom};
        }
        const int above = row > 0 ? table.at(row - 1, i).score : none;
        if (above != none && above > best) {
            best = above;
            bestFrom = i;
        }
    }
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& typed, const QString& text)
{
    const QString letters = typed.left(mostLetters).toLower().remove(QChar(' '));
    const QString shown = text.left(mostLetters);
    if (letters.isEmpty()) return FuzzyMatch{};
    Table table(letters.size(), shown.size());
    for (qsizetype row = 0; row < letters.size(); ++row) fillRow(table, row, letters[row], shown);
    qsizetype last = none;
    const qsizetype lastRow = letters.size() - 1;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const int score = table.at(lastRow, i).score;
        if (score != none && (last == none || score > table.at(lastRow, last).score)) last = i;
    }
    if (last == none) return {};
    FuzzyMatch match;
    match.score = table.at(lastRow, last).score;
    for (qsizetype row = lastRow, at = last; row >= 0; --row) {
        match.at.prepend(at);
        at = table.at(row, at).from;
    }
    return match;
}

} // namespace poolscope

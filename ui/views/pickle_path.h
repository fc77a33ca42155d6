// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A PicklingError taken apart for drawing: the boxes on the way from the task to what cannot
// travel. Nothing here is drawn; everything is read from the error's path and text.

#include "ui/bridge/bridge.h"

#include <QList>
#include <QString>

namespace poolscope {

/// What cannot travel, in words.
struct ShownCulprit {
    QString owner;  ///< "BigPow": what was to be pickled
    QString member; ///< "pool": the last step of the path, or empty
    QString type;   ///< "Pool"
    QString reason; ///< "Pool objects cannot be passed between processes or pickled"
    int count = 1;  ///< how many there are in all
};
ShownCulprit culpritOf(const Error& error);

/// One object on the way. One of its rows leads on to the next box.
struct PathBox {
    enum class Mark { Travels, Way, Culprit, Plain };
    struct Row {
        QString key; ///< "[3]", "__self__", "n : int"
        QString value;
        Mark mark = Mark::Travels;
    };
    QString title; ///< "tuple", "BigPow"
    QString kind;  ///< "the task", "method", "object"
    QList<Row> rows = {};
    bool culprit = false;
    QString note = {}; ///< below the last box
};
/// The boxes from the task to the culprit. `fields` are values that travel with the object.
QList<PathBox> boxesOf(const Error& error, const RunPlan& plan,
                       const QList<QPair<QString, QString>>& fields);

} // namespace poolscope

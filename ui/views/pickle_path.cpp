// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/pickle_path.h"

#include "ui/models/models.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace poolscope {

namespace {

struct PathTerms {
    Q_DECLARE_TR_FUNCTIONS(poolscope::PicklePath)
};

/// "task", "[3]", "(bound method BigPow.pow)", ".__self__", ".pool"
QStringList stepsOf(const QString& path)
{
    static const QRegularExpression step(
        QStringLiteral(R"(\[[^\]]*\]|\([^)]*\)|\.[^.\[\]()]+|^[^.\[\]()]+)"));
    QStringList steps;
    for (auto found = step.globalMatch(path); found.hasNext();) {
        steps += found.next().captured();
    }
    return steps;
}

/// "BigPow.pow" of "(bound method BigPow.pow)", or empty.
QString methodOf(const QString& step)
{
    static const QRegularExpression method(QStringLiteral(R"(^\(bound method (.+)\)$)"));
    return method.match(step).captured(1);
}

/// multiprocessing.pool's message of one chunk: (job, i, mapstar, ((function, batch),), {}).
PathBox taskBox()
{
    return {QStringLiteral("tuple"),
            PathTerms::tr("the task"),
            {{"[0]", PathTerms::tr("job number")},
             {"[1]", QStringLiteral("0")},
             {"[2]", QStringLiteral("mapstar")},
             {"[3]", QStringLiteral("tuple"), PathBox::Mark::Way},
             {"[4]", QStringLiteral("{}")}}};
}

PathBox callBox(const QString& function, const RunPlan& plan)
{
    const auto count = countOf(std::min(plan.chunksize, plan.items));
    const QString batch =
        plan.chunksize == 1 ? PathTerms::tr("(item 0,)") : PathTerms::tr("(%1 items)").arg(count);
    return {QStringLiteral("tuple"), QStringLiteral("[3][0]"),
            {{"[0]", function, PathBox::Mark::Way}, {"[1]", batch}}};
}

PathBox methodBox(const QString& method, const QString& owner)
{
    return {method,
            PathTerms::tr("method"),
            {{"__name__", method.section('.', -1)}, {"__self__", owner, PathBox::Mark::Way}}};
}

PathBox objectBox(const QString& title, const QList<QPair<QString, QString>>& fields)
{
    PathBox box{title, PathTerms::tr("object")};
    for (const auto& [name, value] : fields) {
        box.rows.append({name + QStringLiteral(" :"), value});
    }
    return box;
}

PathBox culpritBox(const ShownCulprit& culprit, const RunPlan& plan)
{
    PathBox box{culprit.type, PathTerms::tr("object"), {}, true, culprit.reason};
    if (culprit.type == QLatin1String("Pool")) {
        const QString count = QString::number(plan.workers);
        for (const QString& held :
             {PathTerms::tr("workers"), PathTerms::tr("channels"), PathTerms::tr("attendants")}) {
            box.rows.append({count, held, PathBox::Mark::Plain});
        }
        box.note =
            PathTerms::tr("live in this process only: the Pool would have to enter its own workers");
    }
    return box;
}

} // namespace

ShownCulprit culpritOf(const Error& error)
{
    const QString text = QString::fromStdString(error.text);
    static const QRegularExpression whole(QStringLiteral(R"(^(.+?) cannot be pickled: )"));
    static const QRegularExpression one(QStringLiteral(R"((\S+) is an? (.+?), and (.+?)(?=;|\.$|$))"));
    static const QRegularExpression more(QStringLiteral(R"(; and (\d+) more)"));
    ShownCulprit culprit;
    const QStringList steps = stepsOf(QString::fromStdString(error.path));
    for (const QString& step : steps) {
        if (!methodOf(step).isEmpty()) culprit.owner = methodOf(step).section('.', 0, -2);
    }
    if (culprit.owner.isEmpty()) {
        culprit.owner = whole.match(text).captured(1);
    }
    if (!steps.isEmpty() && steps.last().startsWith('.')) {
        culprit.member = steps.last().mid(1);
    }
    const auto found = one.match(text);
    culprit.type = found.hasMatch() ? found.captured(2) : culprit.owner;
    culprit.reason = found.hasMatch() ? spoken(found.captured(3).toStdString()) : text;
    culprit.count = more.match(text).captured(1).toInt();
    for (auto all = one.globalMatch(text); all.hasNext(); all.next()) {
        ++culprit.count;
    }
    culprit.count = std::max(culprit.count, 1);
    return culprit;
}

QList<PathBox> boxesOf(const Error& error, const RunPlan& plan,
                       const QList<QPair<QString, QString>>& fields)
{
    const ShownCulprit culprit = culpritOf(error);
    const QStringList steps = stepsOf(QString::fromStdString(error.path));
    QList<PathBox> boxes{taskBox()};
    QString at = culprit.owner; // the object whose members come next
    const auto lead = [&](const QString& key, const QString& value) {
        if (boxes.last().rows.isEmpty() || boxes.last().rows.last().mark == PathBox::Mark::Travels) {
            boxes.last().rows.append({key, value, PathBox::Mark::Way});
        }
    };
    boxes.append(callBox(culprit.owner, plan));
    bool isMethod = false;
    for (const QString& step : steps) {
        if (const QString method = methodOf(step); !method.isEmpty()) {
            boxes.last() = callBox(method, plan);
            boxes.append(methodBox(method, culprit.owner));
            isMethod = true;
        } else if (step == QLatin1String(".__self__") && isMethod) {
            boxes.append(objectBox(culprit.owner, fields));
        } else if (step.startsWith('.')) {
            const bool last = step == steps.last();
            if (last) break;
            lead(step.mid(1) + QStringLiteral(" :"), PathTerms::tr("object"));
            boxes.append(objectBox(step.mid(1), {}));
        }
    }
    if (!culprit.member.isEmpty() && boxes.last().kind == PathTerms::tr("object")) {
        boxes.last().rows.append(
            {culprit.member + QStringLiteral(" :"), culprit.type, PathBox::Mark::Culprit});
    }
    boxes.append(culpritBox(culprit, plan));
    return boxes;
}

} // namespace poolscope

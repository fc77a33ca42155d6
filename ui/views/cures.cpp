// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cures.h"

#include <QCoreApplication>

namespace poolscope {

namespace {

struct CureTerms {
    Q_DECLARE_TR_FUNCTIONS(poolscope::Cures)
};

} // namespace

Cure cureOf(const QString& job, const QString& type)
{
    const QString owner = job.section('.', 0, 0);
    const QString thing = type.toLower();
    if (job.endsWith(QLatin1String("/getstate"))) {
        return {CureTerms::tr("Drop it in getState"),
                CureTerms::tr("Only n travels. The copy in the worker has no %1, and needs none.")
                    .arg(thing),
                QStringLiteral("type.named(\"%1\").getState(\n    [](const %1& b) {\n"
                               "        return State{{\"n\", b.n}};\n    });")
                    .arg(owner)};
    }
    if (job.endsWith(QLatin1String("/reducer"))) {
        return {
            CureTerms::tr("Register a reducer"),
            CureTerms::tr("From outside the class, copyreg’s way: %1 is rebuilt from n.").arg(owner),
            QStringLiteral("registry.addReducer<%1>(\n    [](const %1& b) {\n        return "
                           "callTo(\"%1\", b.n);\n    });")
                .arg(owner)};
    }
    return {CureTerms::tr("Use a free function"),
            CureTerms::tr("It holds nothing but its name, so there is nothing to leave behind."),
            QStringLiteral("Integer %1(Integer x, int n)\n{\n    return pow(x, n);\n}").arg(job)};
}

} // namespace poolscope

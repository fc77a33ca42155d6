// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/settings.h"

namespace poolscope {

QSettings userSettings()
{
    return QSettings(QStringLiteral("io.github.poolscope"), QStringLiteral("Poolscope"));
}

Result<void> resetSettings()
{
    QSettings settings = userSettings();
    settings.clear();
    settings.sync();
    if (settings.status() == QSettings::NoError) return {};
    const std::string file = settings.fileName().toStdString();
    return Error{"OSError", "the settings could not be reset: " + file + " cannot be written.", file};
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/desktop.h"

#include <QSettings>
#include <QStandardPaths>

namespace poolscope {

namespace {

QString folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
}

QVariant valueOf(const QString& file, const QString& key)
{
    return QSettings(folder() + file, QSettings::IniFormat).value(key);
}

} // namespace

bool desktopReducesMotion()
{
    const QVariant factor = valueOf(QStringLiteral("/kdeglobals"), QStringLiteral("KDE/AnimationDurationFactor"));
    if (factor.isValid() && factor.toDouble() == 0) return true;
    for (const char* file : {"/gtk-4.0/settings.ini", "/gtk-3.0/settings.ini"}) {
        const QVariant on = valueOf(QLatin1String(file), QStringLiteral("Settings/gtk-enable-animations"));
        if (on.isValid() && !on.toBool()) return true;
    }
    return false;
}

} // namespace poolscope

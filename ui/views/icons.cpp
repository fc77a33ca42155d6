// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

static void initialiseResources()
{
    Q_INIT_RESOURCE(resources); // they are in a static library, and must be outside any namespace
}

namespace poolscope {

namespace {

QByteArray drawing(const QString& name, const QColor& colour)
{
    initialiseResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "themedIcon", qPrintable(name));
    return opened ? file.readAll().replace("currentColor", colour.name().toLatin1()) : QByteArray();
}

} // namespace

QPixmap themedPixmap(const QString& name, const QColor& colour, int size, double ratio)
{
    QSvgRenderer renderer(drawing(name, colour));
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        icon.addPixmap(themedPixmap(QStringLiteral("poolscope"), Qt::black, size, 1));
    }
    return icon;
}

QIcon themedIcon(const QString& name, const Theme& theme, bool onInk)
{
    QIcon icon;
    const int size = theme.px(16);
    for (const double ratio : {1.0, 2.0}) {
        const auto normal = themedPixmap(name, onInk ? theme.onInk : theme.t1, size, ratio);
        icon.addPixmap(normal, QIcon::Normal);
        icon.addPixmap(normal, QIcon::Active);
        icon.addPixmap(themedPixmap(name, theme.off, size, ratio), QIcon::Disabled);
    }
    return icon;
}

} // namespace poolscope

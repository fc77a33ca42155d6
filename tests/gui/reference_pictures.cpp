// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/reference_pictures.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cstdlib>

namespace poolscope::test {

namespace {

constexpr double mostOff = 0.005;
constexpr int tolerance = 16; ///< of 255, in each channel

/// The build's own folder is build/<preset>/bin of the tree, where ctest did not say other.
QDir references()
{
    const QString told = qEnvironmentVariable("POOLSCOPE_REFERENCES");
    return told.isEmpty()
               ? QDir(QCoreApplication::applicationDirPath() + "/../../../tests/gui/pictures")
               : QDir(told);
}

bool isOff(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) > tolerance || std::abs(qGreen(a) - qGreen(b)) > tolerance ||
           std::abs(qBlue(a) - qBlue(b)) > tolerance;
}

/// Black where they differ, else the picture, faint.
QImage differenceOf(const QImage& picture, const QImage& reference)
{
    QImage difference = picture.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < difference.height(); ++y) {
        for (int x = 0; x < difference.width(); ++x) {
            const bool beside = x >= reference.width() || y >= reference.height();
            const QColor faint = picture.pixelColor(x, y).lighter(180);
            const bool off = beside || isOff(picture.pixel(x, y), reference.pixel(x, y));
            difference.setPixelColor(x, y, off ? QColor(Qt::black) : faint);
        }
    }
    return difference;
}

bool save(const QImage& picture, const QString& path)
{
    return picture.convertToFormat(QImage::Format_RGB32).save(path, "PNG", 0); // as small as can be
}

} // namespace

double shareOfPixelsOff(const QImage& picture, const QImage& reference)
{
    if (picture.size() != reference.size() || picture.isNull()) return 1;
    const QImage a = picture.convertToFormat(QImage::Format_RGB32),
                 b = reference.convertToFormat(QImage::Format_RGB32);
    qint64 off = 0;
    for (int y = 0; y < a.height(); ++y) {
        const auto* left = reinterpret_cast<const QRgb*>(a.constScanLine(y));
        const auto* right = reinterpret_cast<const QRgb*>(b.constScanLine(y));
        for (int x = 0; x < a.width(); ++x) off += isOff(left[x], right[x]);
    }
    return static_cast<double>(off) / (static_cast<double>(a.width()) * a.height());
}

QString unlikeReference(const QImage& picture, const QString& name)
{
    const QString path = references().filePath(name + QStringLiteral(".png"));
    if (qEnvironmentVariableIsSet("POOLSCOPE_RENEW_PICTURES")) {
        references().mkpath(QStringLiteral("."));
        return save(picture, path) ? QString() : path + QStringLiteral(" could not be written");
    }
    const QImage reference(path);
    const double off = shareOfPixelsOff(picture, reference);
    if (off <= mostOff) return {};
    const QDir folder(QCoreApplication::applicationDirPath() + "/../pictures");
    folder.mkpath(QStringLiteral("."));
    const QString now = QDir::cleanPath(folder.filePath(name + QStringLiteral(".png")));
    const QString difference =
        QDir::cleanPath(folder.filePath(name + QStringLiteral(".difference.png")));
    save(picture, now);
    save(differenceOf(picture, reference), difference);
    return QStringLiteral("%1 % of the pixels differ from %2: see %3 and %4")
        .arg(QString::number(off * 100, 'f', 2), QDir::cleanPath(path), now, difference);
}

} // namespace poolscope::test

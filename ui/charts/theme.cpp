// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/theme.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cassert>
#include <cmath>

static void initResources() { Q_INIT_RESOURCE(resources); } // a static library's, outside any namespace

namespace poolscope {

namespace {

QByteArray paletteText()
{
    initResources();
    QFile file(QStringLiteral(":/palette.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    assert(opened);
    return opened ? file.readAll() : QByteArray();
}

double luminance(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

struct Token {
    const char* name;
    QColor Theme::*color;
};

constexpr Token tokens[] = {
    {"window", &Theme::window}, {"canvas", &Theme::canvas}, {"raised", &Theme::raised},
    {"raisededge", &Theme::raisedEdge}, {"title", &Theme::title}, {"code", &Theme::code},
    {"line", &Theme::line}, {"control", &Theme::control}, {"hover", &Theme::hover},
    {"select", &Theme::select}, {"zebra", &Theme::zebra}, {"t1", &Theme::t1}, {"t2", &Theme::t2},
    {"t3", &Theme::t3}, {"off", &Theme::off}, {"ink", &Theme::ink}, {"onink", &Theme::onInk},
    {"grid", &Theme::grid}, {"axis", &Theme::axis}, {"track", &Theme::track}, {"fill", &Theme::fill},
    {"compute", &Theme::compute}, {"pickle", &Theme::pickle}, {"unpickle", &Theme::unpickle},
    {"transfer", &Theme::transfer}, {"wait", &Theme::wait}, {"pale", &Theme::pale},
    {"unpickle_edge", &Theme::unpickleEdge}, {"wait_edge", &Theme::waitEdge},
};

} // namespace

Theme Theme::fromJson(const QByteArray& json, const QString& name)
{
    const QJsonObject colors = QJsonDocument::fromJson(json).object().value(name).toObject();
    Theme theme;
    theme.dark = name == QLatin1String("dark");
    for (const Token& token : tokens) {
        const QColor color(colors.value(QLatin1String(token.name)).toString());
        assert(color.isValid());
        theme.*token.color = color;
    }
    return theme;
}

Theme Theme::lightTheme() { return of(false); }
Theme Theme::darkTheme() { return of(true); }

Theme Theme::of(bool dark, double scale)
{
    Theme theme = fromJson(paletteText(), dark ? QStringLiteral("dark") : QStringLiteral("light"));
    theme.scale = scale;
    return theme;
}

QColor Theme::phase(Phase phase) const
{
    switch (phase) {
    case Phase::Compute: return compute;
    case Phase::Pickle: return pickle;
    case Phase::Unpickle: return unpickle;
    case Phase::Transfer: return transfer;
    case Phase::Wait: break;
    }
    return wait;
}

namespace {

Qt::BrushStyle patternOf(Phase phase, bool paler)
{
    switch (phase) {
    case Phase::Compute: return paler ? Qt::Dense3Pattern : Qt::SolidPattern;
    case Phase::Pickle: return Qt::BDiagPattern;
    case Phase::Unpickle: return Qt::FDiagPattern;
    case Phase::Transfer: return Qt::Dense6Pattern;
    case Phase::Wait: break;
    }
    return Qt::NoBrush;
}

} // namespace

QBrush Theme::phaseBrush(Phase phase, bool paler) const
{
    if (blackAndWhite) return {ink, patternOf(phase, paler)};
    return paler && phase == Phase::Compute ? pale : this->phase(phase);
}

QColor Theme::phaseEdge(Phase phase) const
{
    if (blackAndWhite) return ink;
    if (phase == Phase::Unpickle) return unpickleEdge;
    return phase == Phase::Wait ? waitEdge : QColor();
}

QColor Theme::onPhase(Phase phase) const
{
    if (blackAndWhite) return phase == Phase::Compute ? onInk : ink;
    const QColor back = this->phase(phase);
    return contrast(back, Qt::white) > contrast(back, Qt::black) ? QColor(Qt::white) : QColor(Qt::black);
}

bool Theme::needsPlate(Phase phase) const
{
    const Qt::BrushStyle pattern = phaseBrush(phase).style();
    return pattern != Qt::SolidPattern && pattern != Qt::NoBrush;
}

int Theme::px(double pixels) const { return static_cast<int>(std::lround(pixels * scale)); }

QFont Theme::font(int pixels, int weight) const
{
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(std::max(1, px(pixels)));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

QFont Theme::mono(int pixels, int weight) const
{
    QFont font;
    font.setFamilies({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")});
    font.setPixelSize(std::max(1, px(pixels)));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, t1);
    palette.setColor(QPalette::Base, canvas);
    palette.setColor(QPalette::AlternateBase, zebra);
    palette.setColor(QPalette::Text, t1);
    palette.setColor(QPalette::PlaceholderText, t3);
    palette.setColor(QPalette::Button, canvas);
    palette.setColor(QPalette::ButtonText, t1);
    palette.setColor(QPalette::BrightText, ink);
    palette.setColor(QPalette::Highlight, ink);
    palette.setColor(QPalette::HighlightedText, onInk);
    palette.setColor(QPalette::ToolTipBase, raised);
    palette.setColor(QPalette::ToolTipText, t1);
    palette.setColor(QPalette::Link, t1);
    palette.setColor(QPalette::LinkVisited, t2);
    palette.setColor(QPalette::Light, canvas);
    palette.setColor(QPalette::Midlight, hover);
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, control);
    palette.setColor(QPalette::Shadow, raisedEdge);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, off);
    }
    return palette;
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the phases can be told apart in every kind of sight, and text can be read on them.
#include "tests/gui/gui_test.h"
#include "ui/charts/charts.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <array>
#include <cmath>

using namespace poolscope;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple operator*(const Matrix& matrix, const Triple& v)
{
    Triple out{};
    for (std::size_t i = 0; i < 3; ++i) out[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
    return out;
}

Triple linear(const QColor& color)
{
    const auto decode = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return {decode(color.redF()), decode(color.greenF()), decode(color.blueF())};
}

// CIE L*a*b* under D65.
Triple lab(const Triple& rgb)
{
    constexpr Matrix toXyz{{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Triple xyz = toXyz * rgb;
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f(xyz[0] / 0.95047), y = f(xyz[1]), z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const QColor& a, const QColor& b, const Matrix& sight)
{
    const auto seen = [&](const QColor& color) {
        Triple rgb = sight * linear(color);
        for (double& part : rgb) part = std::clamp(part, 0.0, 1.0);
        return lab(rgb);
    };
    const Triple x = seen(a), y = seen(b);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

// Machado, Oliveira and Fernandes 2009, severity 1, and undiminished sight.
const std::pair<const char*, Matrix> sights[] = {
    {"normal", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protan", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deutan", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritan", {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
};

int otherPixels(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    }
    return count;
}

} // namespace

class PaletteTest final : public QObject {
    Q_OBJECT

private slots:
    void everyTwoPhasesCanBeToldApart_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everyTwoPhasesCanBeToldApart()
    {
        QFETCH(bool, dark);
        const Theme theme = Theme::of(dark);
        const QColor colors[] = {theme.compute, theme.pale, theme.pickle, theme.unpickle, theme.transfer, theme.wait};
        for (const auto& [name, sight] : sights) {
            for (std::size_t i = 0; i < std::size(colors); ++i) {
                for (std::size_t j = i + 1; j < std::size(colors); ++j) {
                    const double apart = difference(colors[i], colors[j], sight);
                    QVERIFY2(apart >= 20, qPrintable(QStringLiteral("%1: %2 and %3 are %4 apart").arg(name, colors[i].name(), colors[j].name()).arg(apart)));
                }
            }
        }
    }

    void textCanBeRead_data() { everyTwoPhasesCanBeToldApart_data(); }

    void textCanBeRead()
    {
        QFETCH(bool, dark);
        const Theme theme = Theme::of(dark);
        for (std::size_t i = 0; i < phaseCount; ++i) {
            const auto phase = static_cast<Phase>(i);
            QVERIFY2(contrast(theme.phase(phase), theme.onPhase(phase)) >= 4.5, nameOf(phase));
        }
        for (const QColor& back : {theme.window, theme.canvas, theme.raised}) {
            for (const QColor& text : {theme.t1, theme.t2, theme.t3}) QVERIFY(contrast(text, back) >= 4.5);
        }
        for (const QColor& text : {theme.t1, theme.t2}) QVERIFY(contrast(text, theme.select) >= 4.5);
    }

    void everyPairOfTheSpecCanBeRead_data() { everyTwoPhasesCanBeToldApart_data(); }

    void everyPairOfTheSpecCanBeRead()
    {
        QFETCH(bool, dark);
        const Theme theme = Theme::of(dark);
        const std::pair<QColor, QColor> pairs[] = {
            {theme.onInk, theme.ink}, {theme.t1, theme.code}, {theme.t2, theme.code}, {theme.t1, theme.hover},
            {theme.t2, theme.hover},  {theme.t1, theme.zebra}, {theme.t2, theme.zebra}};
        for (const auto& [text, back] : pairs) {
            const double apart = contrast(text, back);
            QVERIFY2(apart >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), back.name()).arg(apart)));
        }
        for (const QColor& edge : {theme.control, theme.ink}) QVERIFY(contrast(edge, theme.canvas) >= 3);
    }

    void inBlackAndWhiteEveryTwoPatternsAreOthers_data() { everyTwoPhasesCanBeToldApart_data(); }

    // Drawn as bars are: no two have the same pixels, and what they have is ink and canvas alone.
    void inBlackAndWhiteEveryTwoPatternsAreOthers()
    {
        QFETCH(bool, dark);
        Theme theme = Theme::of(dark);
        theme.blackAndWhite = true;
        std::vector<QImage> bars;
        for (std::size_t i = 0; i <= phaseCount; ++i) {
            QImage bar(48, 32, QImage::Format_RGB32);
            bar.fill(theme.canvas);
            QPainter painter(&bar);
            const bool paler = i == phaseCount;
            fillPhase(painter, bar.rect(), theme, paler ? Phase::Compute : static_cast<Phase>(i), paler);
            painter.end();
            bars.push_back(bar);
        }
        for (std::size_t i = 0; i < bars.size(); ++i) {
            for (std::size_t j = i + 1; j < bars.size(); ++j) QVERIFY(otherPixels(bars[i], bars[j]) > 48 * 32 / 10);
            for (const QPoint& corner : {QPoint(0, 0), QPoint(47, 31)}) QCOMPARE(bars[i].pixelColor(corner), theme.ink);
        }
    }

    void theChromeHasNoHue()
    {
        for (const bool dark : {false, true}) {
            const Theme theme = Theme::of(dark);
            for (const QColor& color : {theme.ink, theme.onInk, theme.select, theme.hover, theme.track, theme.fill, theme.control}) {
                const int most = std::max({color.red(), color.green(), color.blue()});
                const int least = std::min({color.red(), color.green(), color.blue()});
                QVERIFY2(most - least <= 20, qPrintable(color.name()));
            }
        }
    }

    void typeScalesWithTheUser()
    {
        QCOMPARE(Theme::of(false, 1.5).font(12).pixelSize(), 18);
        QCOMPARE(Theme::of(false, 1.5).px(32), 48);
    }

    void figuresOfEqualLengthAreEquallyWide()
    {
        const QFont font = Theme::lightTheme().font(13, QFont::DemiBold);
        QCOMPARE(figuresWidth(font, QStringLiteral("111")), figuresWidth(font, QStringLiteral("888")));
        QCOMPARE(figuresWidth(font, QStringLiteral("7")), 0.655 * 13);
    }
};

POOLSCOPE_GUI_TEST(PaletteTest);
#include "palette_test.moc"

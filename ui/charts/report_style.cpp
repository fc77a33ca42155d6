// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the report looks: the colours are those of the program's themes.
#include "ui/charts/report_page.h"

namespace poolscope {

namespace {

constexpr const char* rules = R"(
*{box-sizing:border-box}
body{margin:0 auto;max-width:1152px;padding:24px;background:var(--canvas);color:var(--t1);
font:14px/1.5 Inter,system-ui,"DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:20px;font-weight:600;margin:0}
h2{font-size:15px;font-weight:600;margin:40px 0 12px}
p{margin:0}
b{font-weight:600}
.soft,dt,figcaption,caption,th,summary{color:var(--t2)}
code,.code,pre{font-family:"JetBrains Mono",ui-monospace,"DejaVu Sans Mono",monospace;font-size:12.5px;overflow-wrap:anywhere}
pre{margin:8px 0 16px;padding:12px;background:var(--code);border-radius:4px;white-space:pre-wrap}
.notice{margin-top:12px;padding:8px 12px;background:var(--code);border-left:3px solid var(--ink);font-weight:600}
.verdict{margin-top:24px;font-size:24px;line-height:1.35;font-weight:600}
.advice{margin-top:4px;font-size:15px}
.bar{display:flex;height:20px;margin:16px 0 8px;box-shadow:inset 0 0 0 1px var(--waitEdge)}
.bar span{flex:none}
.swatch{display:inline-block;width:10px;height:10px;margin-right:6px}
.compute{background:var(--compute)}
.pickle{background:var(--pickle)}
.unpickle{background:var(--unpickle);box-shadow:inset 0 0 0 1px var(--unpickleEdge)}
.transfer{background:var(--transfer)}
.wait{background:var(--wait);box-shadow:inset 0 0 0 1px var(--waitEdge)}
.swatch.start,.swatch.unaccounted{box-shadow:inset 0 0 0 1px var(--waitEdge)}
.legend{display:flex;flex-wrap:wrap;gap:4px 24px;margin:0;padding:0;list-style:none}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:12px 24px;margin:0}
.figures dd{margin:0}
dt{font-size:12.5px}
dd b{font-size:15px}
figure{margin:0 0 24px}
figcaption{margin-bottom:8px}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(480px,100%),1fr));gap:0 24px}
.chart{display:block;width:100%;height:auto}
.chart rect{shape-rendering:crispEdges}
.wide{overflow-x:auto;margin-bottom:24px}
.wide:focus-visible,pre:focus-visible,summary:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
table{border-collapse:collapse;min-width:100%}
caption{padding-bottom:8px;text-align:left}
th{font-weight:400;font-size:12.5px;text-align:right;vertical-align:bottom}
tbody th{color:var(--t1);font-size:14px;vertical-align:top}
th:first-child,td.words{text-align:left}
td{text-align:right;vertical-align:top}
th,td{padding:4px 16px 4px 0;border-bottom:1px solid var(--line)}
td.figure,thead th{white-space:nowrap}
td.long{min-width:240px}
td.code{min-width:120px;max-width:360px}
summary{cursor:pointer;margin:24px 0 12px}
.values{margin:8px 0 0;padding-left:32px;color:var(--t3)}
.values code{color:var(--t1)}
@media print{
body{max-width:none;padding:0;font-size:10.5px}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
h2{break-after:avoid}
figure,tr,.figures div{break-inside:avoid}
.wide{overflow:visible}
th,td{padding-right:6px;white-space:normal;font-size:8px}
pre{white-space:pre-wrap}
}
)";

struct StyleToken {
    const char* name;
    QColor Theme::*color;
};
constexpr StyleToken tokens[] = {{"canvas", &Theme::canvas},
                            {"code", &Theme::code},
                            {"line", &Theme::line},
                            {"t1", &Theme::t1},
                            {"t2", &Theme::t2},
                            {"t3", &Theme::t3},
                            {"ink", &Theme::ink},
                            {"compute", &Theme::compute},
                            {"pickle", &Theme::pickle},
                            {"unpickle", &Theme::unpickle},
                            {"unpickleEdge", &Theme::unpickleEdge},
                            {"transfer", &Theme::transfer},
                            {"wait", &Theme::wait},
                            {"waitEdge", &Theme::waitEdge}};

/// What the charts are painted with. Where two tokens are one colour, the first is what it becomes.
constexpr QColor Theme::*painted[] = {
    &Theme::canvas,  &Theme::t1,       &Theme::t2,           &Theme::t3,       &Theme::line,
    &Theme::axis,    &Theme::grid,     &Theme::track,        &Theme::fill,     &Theme::select,
    &Theme::hover,   &Theme::control,  &Theme::code,         &Theme::compute,  &Theme::pale,
    &Theme::pickle,  &Theme::unpickle, &Theme::unpickleEdge, &Theme::transfer, &Theme::wait,
    &Theme::waitEdge};

QByteArray variables(const Theme& theme)
{
    QByteArray text;
    for (const StyleToken& token : tokens)
        text += QByteArray("--") + token.name + ':' + (theme.*token.color).name().toLatin1() + ';';
    return text;
}

/// The charts are painted light; in the dark each colour becomes its twin.
QByteArray twins(const Theme& light, const Theme& dark)
{
    QByteArray text, known;
    for (const auto color : painted) {
        const QByteArray from = (light.*color).name().toLatin1(),
                         to = (dark.*color).name().toLatin1();
        if (known.contains(from)) continue;
        known += from;
        for (const char* what : {"fill", "stroke"}) {
            text += QByteArray(".chart [") + what + "=\"" + from + "\"]{" + what + ':' + to + "}\n";
        }
    }
    return text;
}

} // namespace

QByteArray reportStyle()
{
    const Theme light = Theme::lightTheme(), dark = Theme::darkTheme();
    return "\n:root{color-scheme:light dark;" + variables(light) + "}" + rules +
           "@media screen and (prefers-color-scheme:dark){\n:root{" + variables(dark) + "}\n" +
           twins(light, dark) + "}\n";
}

} // namespace poolscope

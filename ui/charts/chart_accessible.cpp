// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_accessible.h"

#include "ui/charts/chart.h"
#include "ui/charts/controls.h"

#include <QAccessibleWidget>

namespace poolscope {

namespace {

class ChartAccessible final : public QAccessibleWidget {
public:
    explicit ChartAccessible(Chart* chart) : QAccessibleWidget(chart, QAccessible::Chart) {}

    QString text(QAccessible::Text what) const override
    {
        const auto* const chart = static_cast<const Chart*>(widget());
        if (what == QAccessible::Name && !chart->accessibleName().isEmpty()) return chart->accessibleName();
        if (what != QAccessible::Description && what != QAccessible::Name) return QAccessibleWidget::text(what);
        const ChartTable table = chart->table();
        return what == QAccessible::Name ? table.title : table.summary;
    }
};

/// Left and right change what is chosen, as in a combo box.
template <class Bar> class ChoiceAccessible final : public QAccessibleWidget {
public:
    explicit ChoiceAccessible(Bar* bar) : QAccessibleWidget(bar, QAccessible::ComboBox) {}

    QString text(QAccessible::Text what) const override
    {
        if (what == QAccessible::Value) return static_cast<const Bar*>(widget())->chosenText();
        return QAccessibleWidget::text(what);
    }
};

QAccessibleInterface* chartFactory(const QString&, QObject* object)
{
    if (auto* const chart = qobject_cast<Chart*>(object)) return new ChartAccessible(chart);
    if (auto* const bar = qobject_cast<ChoiceBar*>(object)) return new ChoiceAccessible<ChoiceBar>(bar);
    if (auto* const tabs = qobject_cast<TabWords*>(object)) return new ChoiceAccessible<TabWords>(tabs);
    return nullptr;
}

} // namespace

void installChartAccessibility()
{
    QAccessible::installFactory(chartFactory);
}

void tellChoice(QWidget* bar, const QString& chosen)
{
    QAccessibleValueChangeEvent event(bar, chosen);
    QAccessible::updateAccessibility(&event);
}

} // namespace poolscope

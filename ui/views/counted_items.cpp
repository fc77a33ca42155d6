// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/counted_items.h"

namespace poolscope {

CountedItems::CountedItems(ItemOf itemOf, QObject* parent)
    : QSortFilterProxyModel(parent), m_itemOf(std::move(itemOf))
{
    setSortRole(Qt::UserRole);
    setDynamicSortFilter(true);
}

void CountedItems::setItems(std::optional<ItemSet> items)
{
    if (!items && !m_items) return;
    m_items = std::move(items);
    invalidateFilter();
}

std::optional<std::uint64_t> CountedItems::itemAt(const QModelIndex& index) const
{
    if (!index.isValid()) return {};
    return m_itemOf(mapToSource(index).row());
}

bool CountedItems::filterAcceptsRow(int row, const QModelIndex&) const
{
    return !m_items || m_items->holds(m_itemOf(row));
}

} // namespace poolscope

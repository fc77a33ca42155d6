// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of a list of items that lie in the stretch which the charts count, sorted as its reader
// wants it.

#include "ui/models/models.h"

#include <QSortFilterProxyModel>

#include <functional>
#include <optional>

namespace poolscope {

class CountedItems final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using ItemOf = std::function<std::uint64_t(int row)>; ///< of the source
    explicit CountedItems(ItemOf itemOf, QObject* parent = nullptr);

    void setItems(std::optional<ItemSet> items); ///< none: all rows
    bool all() const { return !m_items.has_value(); }
    std::optional<std::uint64_t> itemAt(const QModelIndex& index) const; ///< index of this model

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    ItemOf m_itemOf;
    std::optional<ItemSet> m_items;
};

} // namespace poolscope

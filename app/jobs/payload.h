// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reduce/reduce.h"

namespace poolscope {

/// A field whose pickling and unpickling cost set times of CPU.
struct PickleCost {
    double pickleUs = 0;
    double unpickleUs = 0;
};

std::pair<double, double> spinForPickle(const PickleCost& cost);
void spinForUnpickle(PickleCost& cost, std::pair<double, double> state);

inline auto describe(Type<PickleCost> type)
{
    return type.named("poolscope.jobs", "PickleCost")
        .getState(&spinForPickle)
        .setState(&spinForUnpickle);
}

/// An object of some bytes that may be dear to pickle.
struct PayloadObject {
    Blob data;
    std::optional<PickleCost> cost; ///< none costs nothing
};

inline auto describe(Type<PayloadObject> type)
{
    return type.named("poolscope.jobs", "Payload")
        .field("data", &PayloadObject::data)
        .field("cost", &PayloadObject::cost);
}
static_assert(isPicklable<PayloadObject>);

} // namespace poolscope

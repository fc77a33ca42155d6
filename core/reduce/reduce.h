// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/reduce: C++ objects ⇄ Values. A type says in one short function what of it
// travels; a registry knows reducers by type, and by name what a pickle may call to rebuild.
//
//     inline auto describe(Type<BigPow> type)
//     {
//         return type.named("blog", "BigPow").field("n", &BigPow::n).skip("pool", &BigPow::pool);
//     }
//     static_assert(isPicklable<BigPow>);             // false without the skip
//
//     registry.addReducer<BigPow>([](const BigPow& object) {
//         return callTo("blog", "BigPow", object.n);  // copyreg's way; wins over the description
//     });
//     registry.addRebuilder("blog", "BigPow", [](int n) { return BigPow{n}; });
//
//     Result<Value> value = toValue(object, document, registry);
//     Result<BigPow> copy = fromValue<BigPow>(*value, registry);
//
//     Result<void> written = pickle(object, registry, buffer);    // the same, down to the bytes
//     Result<BigPow> again = unpickle<BigPow>(buffer.view(), registry);
//
// Plain types, containers, pointers, enums and some more of the standard library travel by
// themselves; README.md has the table, and who wins where several say how an object travels.
//
// Errors are "PicklingError" (on the way out, all culprits) and "UnpicklingError" (on the way in),
// their `path` counted from the object that was asked for: ".pool", "[3].name".

#include "core/pickle/pickle.h"
#include "core/reduce/blob.h"
#include "core/reduce/calls.h"
#include "core/reduce/characters.h"
#include "core/reduce/containers.h"
#include "core/reduce/convert.h"
#include "core/reduce/describe.h"
#include "core/reduce/enums.h"
#include "core/reduce/forms.h"
#include "core/reduce/pickling.h"
#include "core/reduce/plain.h"
#include "core/reduce/pointers.h"
#include "core/reduce/registry.h"
#include "core/reduce/tuples.h"
#include "core/reduce/unpicklability.h"
#include "core/reduce/unpicklable.h"

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What must never travel says so here, with the reason that a person is told:
//
//     template <> struct Unpicklable<Pool> {
//         static constexpr bool value = true;
//         static constexpr const char* name = "Pool";
//         static constexpr const char* reason = "Pool objects cannot be passed between processes";
//     };

namespace poolscope {

/// Specialised for types whose objects, and pointers to them, cannot be pickled. The specialisation
/// must be seen wherever such a type is a described field: put it beside the type.
template <class T> struct Unpicklable {
    static constexpr bool value = false;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pool/errors.h"

namespace poolscope {

std::exception_ptr exceptionOf(const Error& error)
{
    if (error.kind == "PicklingError") return std::make_exception_ptr(PicklingError(error));
    if (error.kind == "UnpicklingError") return std::make_exception_ptr(UnpicklingError(error));
    if (error.kind == "ValueError") return std::make_exception_ptr(ValueError(error));
    if (error.kind == "PoolClosed") return std::make_exception_ptr(PoolClosed(error));
    if (error.kind == "Cancelled") return std::make_exception_ptr(Cancelled(error));
    if (error.kind == "TimeoutError") return std::make_exception_ptr(TimeoutError(error));
    return std::make_exception_ptr(PoolError(error));
}

} // namespace poolscope

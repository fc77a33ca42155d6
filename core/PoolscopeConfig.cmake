# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
#
# find_package(Poolscope) gives Poolscope::poolscope: `#include <poolscope/pool.h>`.
include(CMakeFindDependencyMacro)
find_dependency(Threads)

find_library(Poolscope_GMP gmp)
find_path(Poolscope_GMP_INCLUDE gmp.h)
if(NOT Poolscope_GMP OR NOT Poolscope_GMP_INCLUDE)
    set(Poolscope_FOUND FALSE)
    set(Poolscope_NOT_FOUND_MESSAGE "Poolscope needs GMP: install libgmp-dev.")
    return()
endif()
if(NOT TARGET Poolscope::gmp)
    add_library(Poolscope::gmp UNKNOWN IMPORTED)
    set_target_properties(Poolscope::gmp PROPERTIES
        IMPORTED_LOCATION "${Poolscope_GMP}"
        INTERFACE_INCLUDE_DIRECTORIES "${Poolscope_GMP_INCLUDE}")
endif()
include("${CMAKE_CURRENT_LIST_DIR}/PoolscopeTargets.cmake")

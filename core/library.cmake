# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
#
# core as a library to take home: one archive of the rooms that a pool needs (no Qt, no SQLite), their
# headers, and a package file. `cmake --install build --component development`.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(objects)
foreach(room base value pickle reduce jobs transport telemetry start process worker python dispatch pool
        insight)
    if(TARGET poolscope_core_${room})
        get_target_property(kind poolscope_core_${room} TYPE)
        if(kind STREQUAL STATIC_LIBRARY)
            list(APPEND objects $<TARGET_OBJECTS:poolscope_core_${room}>)
        endif()
        install(DIRECTORY "${CMAKE_CURRENT_LIST_DIR}/${room}" COMPONENT development
            DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/poolscope/core"
            FILES_MATCHING PATTERN "*.h")
    endif()
endforeach()

add_library(poolscope_library STATIC ${objects})
set_target_properties(poolscope_library PROPERTIES
    LINKER_LANGUAGE CXX OUTPUT_NAME poolscope EXPORT_NAME poolscope)
target_compile_features(poolscope_library INTERFACE cxx_std_20)
target_link_libraries(poolscope_library INTERFACE Threads::Threads
    $<INSTALL_INTERFACE:Poolscope::gmp>
    $<$<BOOL:${POOLSCOPE_BACKTRACE}>:$<INSTALL_INTERFACE:backtrace>>)
if(POOLSCOPE_SANITIZE)
    target_link_options(poolscope_library INTERFACE -fsanitize=${POOLSCOPE_SANITIZE})
endif()

# The headers include each other as "core/…"; who takes them home writes <poolscope/pool.h>.
set(package "${CMAKE_CURRENT_BINARY_DIR}/package")
file(WRITE "${package}/pool.h" "// SPDX-FileCopyrightText: 2026 Poolscope contributors\n"
    "// SPDX-License-Identifier: MIT\n#pragma once\n\n#include \"core/pool/pool.h\"\n")
write_basic_package_version_file("${package}/PoolscopeConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion)

set(cmakeFiles "${CMAKE_INSTALL_LIBDIR}/cmake/Poolscope")
install(TARGETS poolscope_library EXPORT PoolscopeTargets COMPONENT development
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" "${CMAKE_INSTALL_INCLUDEDIR}/poolscope")
install(EXPORT PoolscopeTargets NAMESPACE Poolscope:: COMPONENT development
    DESTINATION "${cmakeFiles}")
install(FILES "${package}/pool.h" COMPONENT development
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/poolscope")
install(FILES "${CMAKE_CURRENT_LIST_DIR}/PoolscopeConfig.cmake"
    "${package}/PoolscopeConfigVersion.cmake" COMPONENT development
    DESTINATION "${cmakeFiles}")

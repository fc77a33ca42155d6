# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Python packages as they are, and their helpers in C where Python's headers are: without its helper the
# tracer is pure Python, and the worker serves over a pipe alone. The helpers keep to the stable ABI, so that
# any Python from 3.8 on takes them.
file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_LIST_DIR}"
    "${CMAKE_CURRENT_LIST_DIR}/*.py")
foreach(file ${files})
    configure_file("${CMAKE_CURRENT_LIST_DIR}/${file}" "${CMAKE_BINARY_DIR}/python/${file}" COPYONLY)
endforeach()
set(POOLSCOPE_PYTHON_PACKAGES "${CMAKE_CURRENT_LIST_DIR}")
install(FILES "${CMAKE_CURRENT_LIST_DIR}/blog.py" DESTINATION share/poolscope/python)

find_path(POOLSCOPE_PYTHON_H Python.h
    PATH_SUFFIXES python3.11 python3.12 python3.13 python3.10 python3.9 python3.8)

# The package PACKAGE is installed, with its helper from native.c, the target PACKAGE_native.
function(poolscope_python_package package)
    set(here "${POOLSCOPE_PYTHON_PACKAGES}/${package}")
    install(DIRECTORY "${here}" DESTINATION share/poolscope/python FILES_MATCHING PATTERN "*.py")
    file(GLOB helper CONFIGURE_DEPENDS "${here}/native.c")
    if(POOLSCOPE_PYTHON_H AND helper)
        add_library(${package}_native MODULE ${helper})
        target_include_directories(${package}_native SYSTEM PRIVATE "${POOLSCOPE_PYTHON_H}")
        target_compile_definitions(${package}_native PRIVATE Py_LIMITED_API=0x03080000)
        target_compile_options(${package}_native PRIVATE -O2 -Wall -Wextra)
        set_target_properties(${package}_native PROPERTIES
            PREFIX "" OUTPUT_NAME _native SUFFIX .abi3.so C_VISIBILITY_PRESET hidden
            LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/python/${package}")
        install(TARGETS ${package}_native DESTINATION share/poolscope/python/${package})
    endif()
endfunction()

if(POOLSCOPE_PYTHON_H)
    enable_language(C)
endif()
poolscope_python_package(poolscope)
poolscope_python_package(poolscope_trace)
poolscope_python_package(poolscope_worker)

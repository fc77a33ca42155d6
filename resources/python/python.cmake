# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Python packages as they are, and the tracer's helper in C where Python's headers are: without it
# the tracer is pure Python. The helper keeps to the stable ABI, so that any Python from 3.8 on takes it.
file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_LIST_DIR}"
    "${CMAKE_CURRENT_LIST_DIR}/*.py")
foreach(file ${files})
    configure_file("${CMAKE_CURRENT_LIST_DIR}/${file}" "${CMAKE_BINARY_DIR}/python/${file}" COPYONLY)
endforeach()
foreach(package poolscope poolscope_trace poolscope_worker)
    install(DIRECTORY "${CMAKE_CURRENT_LIST_DIR}/${package}" DESTINATION share/poolscope/python
        FILES_MATCHING PATTERN "*.py")
endforeach()
install(FILES "${CMAKE_CURRENT_LIST_DIR}/blog.py" DESTINATION share/poolscope/python)

find_path(POOLSCOPE_PYTHON_H Python.h
    PATH_SUFFIXES python3.11 python3.12 python3.13 python3.10 python3.9 python3.8)
file(GLOB helper CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/poolscope_trace/native.c")
if(POOLSCOPE_PYTHON_H AND helper)
    enable_language(C)
    add_library(poolscope_trace_native MODULE ${helper})
    target_include_directories(poolscope_trace_native SYSTEM PRIVATE "${POOLSCOPE_PYTHON_H}")
    target_compile_definitions(poolscope_trace_native PRIVATE Py_LIMITED_API=0x03080000)
    target_compile_options(poolscope_trace_native PRIVATE -O2 -Wall -Wextra)
    set_target_properties(poolscope_trace_native PROPERTIES
        PREFIX "" OUTPUT_NAME _native SUFFIX .abi3.so C_VISIBILITY_PRESET hidden
        LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/python/poolscope_trace")
    install(TARGETS poolscope_trace_native DESTINATION share/poolscope/python/poolscope_trace)
endif()

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/python: what a Python file holds, asked of the user's own interpreter, and its
// functions as jobs. Nothing of Python runs in this process.

#include "core/python/python_file.h"
#include "core/python/python_input.h"
#include "core/python/python_job.h"
#include "core/python/python_jobs.h"

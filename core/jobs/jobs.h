// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/jobs: the mechanism of the catalogue. A Function is known by a name here and by
// module and qualname on the wire; a Job is a function with its parameters and its input, as a
// user picks it. The jobs themselves are in app/jobs and are added by explicit calls.

#include "core/reduce/reduce.h"

#include "core/jobs/call.h"
#include "core/jobs/catalogue.h"
#include "core/jobs/inputs.h"
#include "core/jobs/items.h"
#include "core/jobs/job.h"
#include "core/jobs/nearest.h"
#include "core/jobs/python_program.h"
#include "core/jobs/star.h"
#include "core/jobs/task_error.h"
#include "core/jobs/throw_site.h"
#include "core/jobs/typed_callable.h"
#include "core/jobs/workers_function.h"

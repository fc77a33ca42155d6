// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/base: what every other room stands on and nothing of ours.

#include "core/base/buffer.h"
#include "core/base/clock.h"
#include "core/base/code_place.h"
#include "core/base/descriptor.h"
#include "core/base/fifo.h"
#include "core/base/large_memory.h"
#include "core/base/passing.h"
#include "core/base/result.h"
#include "core/base/thread_safety.h"

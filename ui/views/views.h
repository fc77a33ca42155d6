// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The door of ui/views: the window, pictures of it, and what it remembers.

#include "ui/views/language.h"
#include "ui/views/main_window.h"
#include "ui/views/picture.h"
#include "ui/views/settings.h"

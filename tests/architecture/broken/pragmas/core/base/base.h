// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#ifndef BASE_H
#define BASE_H
#endif

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What each of these tests begins with: a catalogue of roles, and who starts them.

#include "roles.h"

#include <filesystem>

#include <gtest/gtest.h>

namespace poolscope {

class ByHand : public ::testing::Test {
protected:
    template <class T>
    std::unique_ptr<Process> started(const std::shared_ptr<const Callable>& role, T argument)
    {
        auto process = std::make_unique<Process>(starter, catalogue, role, std::move(argument));
        const auto done = process->start();
        EXPECT_TRUE(done.ok()) << done.error().text;
        return process;
    }
    static std::ptrdiff_t openDescriptors()
    {
        using std::filesystem::directory_iterator;
        return std::distance(directory_iterator("/proc/self/fd"), directory_iterator());
    }

    Catalogue catalogue;
    Roles roles = addRoles(catalogue);
    Starter starter;
};

} // namespace poolscope

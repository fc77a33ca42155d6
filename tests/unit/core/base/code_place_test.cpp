// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base.h"

#include <gtest/gtest.h>

#include <array>

namespace poolscope::test {

namespace {

/// The call of it.
[[gnu::noinline]] std::uintptr_t here()
{
    return reinterpret_cast<std::uintptr_t>(__builtin_return_address(0)) - 1;
}

TEST(CodePlace, isAFunctionAndWhereItIs)
{
    const std::array<std::uintptr_t, 1> calls{here()};
    const std::string place = placeInCode(calls);
    EXPECT_NE(place.find("CodePlace_isAFunctionAndWhereItIs"), std::string::npos) << place;
    const bool hasLine = place.find("code_place_test.cpp:") == 0;
    const bool hasProgram = place.find(" in unit_core_base") != std::string::npos;
    EXPECT_TRUE(hasLine || hasProgram) << place;
}

TEST(CodePlace, isAnAddressWhereNothingHasAName)
{
    const std::array<std::uintptr_t, 1> nowhere{16};
    const std::string place = placeInCode(nowhere);
    EXPECT_NE(place.find("+0x10"), std::string::npos) << place;
    EXPECT_EQ(placeInCode({}), "");
}

} // namespace
} // namespace poolscope::test

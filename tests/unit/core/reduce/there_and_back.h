// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reduce/reduce.h"

#include <gtest/gtest.h>

namespace poolscope::test {

/// As Python prints what the object becomes, or why it becomes nothing.
template <class T> std::string reprOf(const T& object, const Registry& registry = {})
{
    Document document;
    const Result<Value> value = toValue(object, document, registry);
    return value.ok() ? repr(*value) : value.error().text;
}

template <class T> Result<T> thereAndBack(const T& object, const Registry& registry = {})
{
    Document document;
    const Result<Value> value = toValue(object, document, registry);
    return value.ok() ? fromValue<T>(*value, registry) : value.error();
}

template <class T> void expectSame(const T& object, const char* python)
{
    EXPECT_EQ(reprOf(object), python);
    const Result<T> copy = thereAndBack(object);
    ASSERT_TRUE(copy.ok()) << copy.error().text;
    EXPECT_TRUE(*copy == object) << python;
}

} // namespace poolscope::test

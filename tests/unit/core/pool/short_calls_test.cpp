// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls that are over before the threads that served them have come to rest.

#include "tests/unit/core/pool/pool_test.h"

namespace poolscope::test {

/// The pool lets go of a call when the next begins, while its feeder may still be about to say that
/// there is work: it must not be waited for under the lock that it needs.
TEST_P(EveryBackend, manyShortCallsOneAfterTheOtherAllEnd)
{
    constexpr int calls = 5000;
    Pool pool(catalogue, options(GetParam()));
    const auto work = range(functions.twice(), 2);
    for (int i = 0; i < calls; ++i) {
        auto call = pool.start(work, Api::Map, 1);
        ASSERT_TRUE(call);
        const Done done = finish(**call, catalogue.registry());
        ASSERT_EQ(done.values, (std::vector<Integer>{0, 2})) << i;
    }
}

} // namespace poolscope::test

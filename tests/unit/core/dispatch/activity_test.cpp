// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/activity.h"

#include <gtest/gtest.h>

namespace poolscope {

namespace {

Nanos part(const WaitCut& cut, Step step) { return cut.step[static_cast<std::size_t>(step)]; }

} // namespace

TEST(Activity, aWaitWithNothingDoneForItIsOneWait)
{
    Activity activity;
    const WaitCut cut = activity.cut(100, 300);
    EXPECT_EQ(part(cut, Step::Wait), 200);
    EXPECT_EQ(cut.cause, WaitCause::Attendant);
}

TEST(Activity, partsOfAWaitCountUnderWhatTheAttendantDid)
{
    Activity activity;
    activity.add(Step::ParentUnpickle, 50, 120); // 20 of it in the wait
    activity.add(Step::ParentPickle, 120, 200);  // 80
    activity.add(Step::ParentSend, 200, 230);    // 30
    activity.add(Step::ParentReceive, 280, 900); // 20
    const WaitCut cut = activity.cut(100, 300);
    EXPECT_EQ(part(cut, Step::WaitUnpickle), 20);
    EXPECT_EQ(part(cut, Step::WaitPickle), 80);
    EXPECT_EQ(part(cut, Step::WaitSend), 30);
    EXPECT_EQ(part(cut, Step::WaitReceive), 20);
    EXPECT_EQ(part(cut, Step::Wait), 50);
}

TEST(Activity, aHungryAttendantMeansASlowInput)
{
    Activity activity;
    activity.addHungry(100, 280);
    activity.add(Step::ParentPickle, 280, 290);
    const WaitCut cut = activity.cut(100, 300);
    EXPECT_EQ(part(cut, Step::Wait), 190);
    EXPECT_EQ(cut.cause, WaitCause::Input);
}

TEST(Activity, anIntervalThatSpansTwoWaitsCountsInBoth)
{
    Activity activity;
    activity.add(Step::ParentPickle, 0, 1000);
    EXPECT_EQ(part(activity.cut(100, 200), Step::WaitPickle), 100);
    EXPECT_EQ(part(activity.cut(500, 600), Step::WaitPickle), 100);
    EXPECT_EQ(part(activity.cut(1000, 1100), Step::WaitPickle), 0);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels.h"

#include <thread>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

/// Both ends send `count` frames of one size at once; the worker reads nothing before it has sent.
class BothWays : public testing::TestWithParam<std::tuple<Transport, std::size_t>> {
protected:
    static constexpr int count = 20;
    const std::string m_record = patternOf(88, 5);
    const std::string m_there = patternOf(std::get<1>(GetParam()), 1);
    const std::string m_back = patternOf(std::get<1>(GetParam()), 2);
    ChannelPair m_pair{std::get<0>(GetParam())};

    void work()
    {
        Frame frame;
        for (int i = 0; i < count; ++i) {
            ASSERT_TRUE(m_pair.worker->sendAll(headOf(m_record, m_back), m_record, m_back));
            ASSERT_TRUE(m_pair.worker->waitReadable());
            ASSERT_TRUE(m_pair.worker->receiveAll(frame));
            ASSERT_TRUE(frame.payload() == m_there);
        }
        ASSERT_TRUE(m_pair.worker->flushAll());
    }

    /// One turn of the parent's loop; false once all is sent and received.
    bool turn(Frame& frame, int& sent, int& received)
    {
        Channel& channel = *m_pair.parent;
        if (channel.sending()) {
            channel.flush();
        } else if (sent < count) {
            ++sent;
            channel.send(headOf("", m_there), "", m_there);
        }
        const Progress progress = channel.receive(frame);
        EXPECT_NE(progress, Progress::Closed) << channel.fault();
        if (progress == Progress::Done) {
            ++received;
            EXPECT_TRUE(frame.record() == m_record && frame.payload() == m_back);
        }
        const bool toSend = sent < count || channel.sending();
        if (progress == Progress::Again && (channel.sending() || !toSend) && received < count) {
            channel.flush();
            waitForNews(channel);
        }
        return progress != Progress::Closed && (received < count || toSend);
    }
};

TEST_P(BothWays, nothingIsLostAndNobodyWaitsForEver)
{
    std::jthread worker([this] { work(); });
    Frame frame;
    int sent = 0;
    int received = 0;
    while (turn(frame, sent, received)) {
    }
    EXPECT_EQ(received, count);
    while (m_pair.parent->flush() == Progress::Again) {
        waitForNews(*m_pair.parent);
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, BothWays,
                         testing::Combine(testing::Values(Transport::Pipe, Transport::Ring),
                                          testing::Values(0, 1, 64 * 1024, (64 * 1024) - 24,
                                                          5 << 20)));

} // namespace
} // namespace poolscope

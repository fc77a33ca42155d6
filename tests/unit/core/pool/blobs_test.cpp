// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Large bytes there and back: beside the messages where they can travel so, in them elsewhere, and
// the same for whoever calls.

#include "tests/unit/core/pool/calls.h"

#include <csignal>

namespace poolscope::test {

namespace {

struct Two {
    Blob first, second;
    std::string name;
};

auto describe(Type<Two> type)
{
    return type.named("blobs", "Two")
        .field("first", &Two::first)
        .field("second", &Two::second)
        .field("name", &Two::name);
}

struct BlobFunctions {
    explicit BlobFunctions(Catalogue& catalogue)
        : same(catalogue.add("blobs", "same", &sameBlob)),
          swapped(catalogue.add("blobs", "swapped", &swap)),
          keeps(catalogue.add("blobs", "keeps", &keep)),
          dies(catalogue.add("blobs", "dies", &die))
    {}
    static Blob sameBlob(const Blob& blob) { return blob; }
    static Two swap(const Two& two) { return {two.second, two.first, two.name + "!"}; }
    /// Holds on to it in the worker for ever, and gives the first byte of all that it holds.
    static std::string keep(const Blob& blob)
    {
        static std::vector<Blob> kept;
        kept.push_back(blob);
        std::string firsts;
        for (const Blob& one : kept) {
            firsts += one.bytes()[0];
        }
        return firsts;
    }
    static Blob die(const Blob& blob)
    {
        if (blob.bytes()[0] == 'd') {
            std::raise(SIGKILL);
        }
        return blob;
    }

    Function<Blob (*)(const Blob&)> same;
    Function<Two (*)(const Two&)> swapped;
    Function<std::string (*)(const Blob&)> keeps;
    Function<Blob (*)(const Blob&)> dies;
};

Blob filled(std::size_t size, char with) { return Blob(std::string(size, with)); }

} // namespace

void addBlobFunctions(Catalogue& catalogue) { BlobFunctions{catalogue}; }

/// How the bytes may travel.
struct BlobWay {
    const char* name;
    Transport transport;
    int protocol;
    bool outOfBand;
};

class Blobs : public ::testing::TestWithParam<BlobWay> {
protected:
    PoolOptions options(int workers = 2) const
    {
        PoolOptions options;
        options.workers = workers;
        options.startMethod = startMethodUnderTest();
        options.transport = GetParam().transport;
        options.protocol = GetParam().protocol;
        options.outOfBand = GetParam().outOfBand;
        return options;
    }

    Catalogue catalogue;
    BlobFunctions f{catalogue};
    Pool pool{catalogue, options()};
};

INSTANTIATE_TEST_SUITE_P(Pool, Blobs,
                         ::testing::Values(BlobWay{"beside", Transport::Ring, 5, true},
                                           BlobWay{"inTheMessage", Transport::Ring, 5, false},
                                           BlobWay{"protocol4", Transport::Ring, 4, true},
                                           BlobWay{"protocol2", Transport::Ring, 2, true},
                                           BlobWay{"pipe", Transport::Pipe, 5, true}),
                         [](const auto& param) { return std::string(param.param.name); });

TEST_P(Blobs, ofAllSizesComeBackAsTheyWent)
{
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, largeBlob - 1, largeBlob, largeBlob + 1, 5 * largeBlob}) {
        const Blob blob = filled(size, 'q');
        EXPECT_TRUE(pool.apply(f.same, blob) == blob) << size;
    }
}

TEST_P(Blobs, largeAndSmallOfOneObjectKeepTheirPlaces)
{
    const Two two{filled(3 * largeBlob, 'a'), filled(3, 'b'), "name"};
    for (int i = 0; i < 5; ++i) {
        const Two back = pool.apply(f.swapped, two);
        EXPECT_TRUE(back.first == two.second);
        EXPECT_TRUE(back.second == two.first);
        EXPECT_EQ(back.name, "name!");
    }
}

TEST_P(Blobs, ofManyTasksInOneChunkAndInMany)
{
    std::vector<Blob> blobs;
    for (int i = 0; i < 24; ++i) {
        blobs.push_back(filled(largeBlob / 2 + static_cast<std::size_t>(i) * 40'000,
                               static_cast<char>('a' + i)));
    }
    for (const int chunk : {1, 5, 24}) {
        EXPECT_TRUE(pool.map(f.same, blobs, chunk) == blobs) << chunk;
    }
}

TEST_P(Blobs, resultsThatAreHeldDoNotChangeWhenOthersCome)
{
    std::vector<Blob> held;
    for (int i = 0; i < 12; ++i) { // more than there are segments
        held.push_back(pool.apply(f.same, filled(largeBlob, static_cast<char>('a' + i))));
    }
    for (int i = 0; i < 12; ++i) {
        EXPECT_TRUE(held[static_cast<std::size_t>(i)] ==
                    filled(largeBlob, static_cast<char>('a' + i)));
    }
}

TEST_P(Blobs, thatAWorkerHoldsOnToDoNotChangeThere)
{
    Pool one(catalogue, options(1));
    std::string wanted;
    for (int i = 0; i < 12; ++i) {
        wanted += static_cast<char>('a' + i);
        EXPECT_EQ(one.apply(f.keeps, filled(largeBlob, static_cast<char>('a' + i))), wanted);
    }
}

TEST_P(Blobs, thatWereHeldOutliveThePool)
{
    Blob held;
    {
        Pool other(catalogue, options());
        held = other.apply(f.same, filled(2 * largeBlob, 'z'));
    }
    EXPECT_TRUE(held == filled(2 * largeBlob, 'z'));
}

TEST_P(Blobs, ofTasksBesideOneThatTookItsWorkerWithItComeAllTheSame)
{
    std::vector<Blob> blobs;
    for (int i = 0; i < 12; ++i) {
        blobs.push_back(filled(largeBlob, i == 7 ? 'd' : 'x'));
    }
    int values = 0;
    int deaths = 0;
    auto results = pool.imap(f.dies, blobs);
    for (std::size_t i = 0; i < blobs.size(); ++i) {
        try {
            values += results.next() == blobs[i] ? 1 : 0;
        } catch (const TaskFailed& failed) {
            deaths += failed.kind() == "WorkerDied" ? 1 : 0;
        }
    }
    EXPECT_EQ(values, 11);
    EXPECT_EQ(deaths, 1);
}

} // namespace poolscope::test

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A worker in twenty lines of Python, which may say of an item what no worker of ours would: an answer
// that is no pickle, a value that is none of its type.

#include "tests/unit/core/pool/calls.h"
#include "tests/unit/core/pool/hostile_worker.h"

namespace poolscope::test {

class PythonWorker : public HostileWorker {
protected:
    /// `answer` is what becomes of the pickle of the doubled `items`.
    PoolOptions answering(const std::string& answer)
    {
        const std::string text =
            "#!/usr/bin/python3\n"
            "import io, pickle, socket, struct\n"
            "channel = socket.socket(fileno=3)\n"
            "head = struct.Struct('<IIIIQII')\n"
            "record = bytes(RECORD)\n"
            "class Reader(pickle.Unpickler):\n"
            "    def find_class(self, module, name):\n"
            "        return module + '.' + name\n"
            "def take(count):\n"
            "    data = b''\n"
            "    while len(data) < count:\n"
            "        part = channel.recv(count - len(data))\n"
            "        if not part: raise SystemExit\n"
            "        data += part\n"
            "    return data\n"
            "def say(kind, serial, record, data):\n"
            "    channel.sendall(head.pack(0x50534331, kind, len(record), serial,\n"
            "                              len(data), 0, 0) + record + data)\n"
            "say(1, 0, b'', b'')\n"
            "while True:\n"
            "    _, kind, before, serial, size, _, _ = head.unpack(take(head.size))\n"
            "    message = take(before + size)[before:]\n"
            "    job, i, _, ((_, items),), _ = Reader(io.BytesIO(message)).load()\n"
            "    values = [2 * x for x in items]\n"
            "    answer = pickle.dumps((job, i, (True, values)))\n" +
            answer + "    say(3, serial, record, answer)\n";
        std::string script = text;
        script.replace(script.find("RECORD"), 6, std::to_string(sizeof(AnswerRecord)));
        return written(script);
    }
    /// An answer that holds item 5 is no pickle.
    PoolOptions babbling()
    {
        return answering("    if 5 in items: answer = answer[:-3] + b'x.x'\n");
    }
    /// The value of item 5 is a text.
    PoolOptions mistaken()
    {
        return answering("    values = ['ten' if x == 5 else 2 * x for x in items]\n"
                         "    answer = pickle.dumps((job, i, (True, values)))\n");
    }

    Handles f{catalogue};
};

/// The typed calls say of which item the result is none of its type.
template <class F> void expectUnpicklingError(std::uint64_t item, F call)
{
    try {
        call();
        ADD_FAILURE() << "no exception";
    } catch (const TaskFailed& failed) {
        EXPECT_EQ(failed.kind(), "UnpicklingError");
        EXPECT_EQ(failed.failure().item, item);
        EXPECT_NE(std::string(failed.what()).find("is the str 'ten'"), std::string::npos);
    }
}

TEST_F(PythonWorker, servesOurPool)
{
    expectOnlyFailed(runWith(answering(""), range(functions.twice(), 40), 4), 40, {}, "");
}

TEST_F(PythonWorker, whoseAnswerIsNoPickleCostsTheOneTaskWhoseResultThatIs)
{
    const Done done = runWith(babbling(), range(functions.twice(), 24), 4);
    expectOnlyFailed(done, 24, {5}, "UnpicklingError");
    EXPECT_EQ(done.totals.lostWorkers, 0u) << "its chunk is run again one by one, and it stays";
    EXPECT_EQ(done.totals.failed, 1u);
    EXPECT_EQ(done.totals.done, 24u);
}

TEST_F(PythonWorker, whoseValueIsNoneOfTheTypeIsAnErrorOfTheTypedCallAlone)
{
    const Done done = runWith(mistaken(), range(functions.twice(), 24), 4);
    EXPECT_EQ(done.failures.size(), 0u) << "as a value it is there";
    EXPECT_EQ(done.outcomes, 24u);
    Pool pool(catalogue, mistaken());
    expectUnpicklingError(5, [&] { pool.map(f.twice, poolscope::range(8), 2); });
    expectUnpicklingError(0, [&] { pool.apply(f.twice, 5); });
    expectUnpicklingError(5, [&] { pool.mapAsync(f.twice, poolscope::range(8)).get(); });
    EXPECT_EQ(pool.map(f.twice, poolscope::range(5)), loop(5, twice)) << "the pool goes on";
    auto results = pool.imap(f.twice, poolscope::range(8), 3);
    for (std::int64_t x = 0; x < 8; ++x) {
        if (x == 5) {
            expectUnpicklingError(5, [&] { results.next(); });
        } else {
            EXPECT_EQ(results.next(), 2 * x);
        }
    }
    EXPECT_EQ(results.next(), std::nullopt);
}

} // namespace poolscope::test

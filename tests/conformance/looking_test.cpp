// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Our listings against pickletools', and that every pickle can be looked at: pickle/make_listings.py
// makes a corpus by /usr/bin/python3 with what pickletools says of each.

#include "core/pickle/pickle.h"
#include "tests/conformance/script_texts.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <numeric>
#include <string>
#include <vector>

namespace poolscope {
namespace {

struct Listed {
    std::string name;
    std::string pickle;
    std::string listing; ///< by pickletools, as far as it goes
    std::string error;   ///< and why it ends
    bool isGolden;       ///< a pickle that Python wrote
};

std::vector<Listed> makeCorpus(int seed)
{
    const std::vector<std::string> texts = textsOfScript("make_listings.py", std::to_string(seed));
    std::vector<Listed> corpus;
    for (std::size_t i = 0; i + 4 <= texts.size(); i += 4) {
        const bool isGolden = texts[i].find("of protocol") != std::string::npos;
        corpus.push_back({texts[i], texts[i + 1], texts[i + 2], texts[i + 3], isGolden});
    }
    return corpus;
}

// A long stack is named in part.
bool isSameError(const std::string& ours, const std::string& theirs)
{
    const std::string cut = ", …]";
    const std::size_t kept = ours.size() - std::min(ours.size(), cut.size());
    return ours == theirs || (ours.ends_with(cut) && theirs.starts_with(ours.substr(0, kept)));
}

// The beginning of what is different, or nothing.
std::string difference(const std::string& ours, const std::string& theirs)
{
    if (ours == theirs) {
        return {};
    }
    std::size_t at = 0;
    while (at < ours.size() && at < theirs.size() && ours[at] == theirs[at]) {
        ++at;
    }
    const std::size_t from = at < 40 ? 0 : at - 40;
    return "ours: …" + ours.substr(from, 120) + "\ntheirs: …" + theirs.substr(from, 120);
}

void expectSameListings(const std::vector<Listed>& corpus)
{
    std::size_t same = 0;
    std::size_t wrong = 0;
    for (const Listed& listed : corpus) {
        std::string text;
        const Result<void> done = disassemble(listed.pickle, [&](std::string_view piece) {
            text += piece;
            return true;
        });
        const std::string error = done.ok() ? "" : done.error().text;
        const std::string differs = difference(text, listed.listing);
        EXPECT_EQ(differs, "") << listed.name;
        EXPECT_TRUE(isSameError(error, listed.error))
            << listed.name << "\nours: " << error << "\ntheirs: " << listed.error;
        same += differs.empty() && isSameError(error, listed.error) ? 1 : 0;
        wrong += listed.error.empty() ? 0 : 1;
    }
    EXPECT_EQ(same, corpus.size());
    EXPECT_GE(corpus.size(), 20000u);
    EXPECT_GE(wrong, 10000u);
    std::printf("%zu of %zu listings identical, %zu of them of damaged pickles\n", same,
                corpus.size(), wrong);
}

// What is wrong with the picture of a pickle, or nothing.
std::string wrongIn(const Anatomy& anatomy, std::size_t size)
{
    const auto uses = anatomy.bytesByUse();
    if (std::accumulate(uses.begin(), uses.end(), std::size_t{0}) != size) {
        return "the uses do not add up";
    }
    std::vector<std::size_t> bytes(anatomy.parts().size());
    std::size_t end = 0;
    for (const OpcodeAt& opcode : anatomy.opcodes()) {
        if (opcode.offset != end) {
            return "a byte without an opcode";
        }
        end += opcode.size;
        bytes[opcode.part] += opcode.size;
    }
    if (end != size) { // what lies behind STOP is the last part
        bytes.back() += size - end;
    }
    for (std::size_t i = bytes.size(); i-- > 0;) {
        const PicklePart& part = anatomy.parts()[i];
        if (bytes[i] != part.bytes || part.bytes > part.end - part.begin || part.text.empty()) {
            return "part " + std::to_string(i) + " " + part.label + " " + part.text;
        }
        bytes[part.parent] += i == 0 ? 0 : bytes[i];
    }
    return bytes[0] == size ? "" : "the whole is not the message";
}

void expectWholePictures(const std::vector<Listed>& corpus)
{
    std::size_t shown = 0;
    std::size_t good = 0;
    for (const Listed& listed : corpus) {
        const Result<Anatomy> anatomy = Anatomy::of(listed.pickle);
        if (!anatomy.ok()) {
            EXPECT_FALSE(anatomy.error().text.empty());
            EXPECT_FALSE(listed.isGolden) << listed.name << ": " << anatomy.error().text;
            continue;
        }
        ++shown;
        good += listed.error.empty() ? 1 : 0;
        EXPECT_EQ(wrongIn(*anatomy, listed.pickle.size()), "") << listed.name;
        const std::size_t count = anatomy->opcodes().size();
        for (std::size_t at = 0; at <= count; at += 1 + count / 7) {
            const MachineState state = anatomy->before(at);
            EXPECT_LE(state.stack.size(), state.stackSize);
            EXPECT_LE(state.memo.size(), state.memoSize);
        }
    }
    EXPECT_GE(good, 8000u);
    std::printf("%zu of %zu shown, %zu of them whole pickles\n", shown, corpus.size(), good);
}

// One test, since the corpus takes its time.
TEST(Looking, atEveryPickleSaysWhatPickletoolsSaysAndShowsEveryByteOnce)
{
    const std::vector<Listed> corpus = makeCorpus(20260301);
    expectSameListings(corpus);
    expectWholePictures(corpus);
}

} // namespace
} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Turns one value into a pickle, in CPython's order of opcodes. A container that is being written
// is a Step on a stack of our own, so that depth costs memory and no call stack.

#include "core/pickle/framed_output.h"
#include "core/pickle/write_memo.h"
#include "core/value/value.h"

#include <vector>

namespace poolscope {

/// How the items of a container are cut into batches of 1000, which CPython does differently for
/// each kind of container.
struct BatchRule {
    Op one;         ///< ends a batch of one without a mark; Mark where there is no such opcode
    Op many;        ///< ends a batch that begins with a mark
    bool restAlone; ///< `one` ends also a last batch of one, not only a single item
    bool emptyTail; ///< a multiple of 1000 is followed by an empty batch
    std::uint32_t stride; ///< links an item takes: 2 for a dict's
};

/// What stays from one pickle to the next, so that small messages allocate nothing.
struct EncoderMemory {
    struct Step {
        std::uint32_t node;
        std::uint32_t at;         ///< the next link, or the next phase of an object
        const BatchRule* batches; ///< null for a tuple, frozenset or object
    };
    WriteMemo memo;
    std::vector<Step> steps;
};

/// Writes one pickle, once.
class Encoder final {
public:
    enum class Outcome {
        Done,
        Failed,       ///< error() says why
        NeedsLowering ///< the protocol has no opcode for something: lowered() has none of it
    };

    /// With `beside`, OutOfBand values are added there instead of being written, and so are bytes of
    /// `largeBytes` or more.
    Encoder(int protocol, EncoderMemory& memory, Value root, Buffer& out,
            std::vector<std::string_view>* beside, std::size_t largeBytes);
    Outcome run();
    const Error& error() const { return m_error; }

private:
    using Step = EncoderMemory::Step;

    // Each says whether it has written all; otherwise it has pushed a step, or failed.
    bool save(std::uint32_t index) { return saveLeaf(index) || saveContainer(index); }
    bool saveLeaf(std::uint32_t index);
    bool saveOther(std::uint32_t index, const Node& node);
    bool saveContainer(std::uint32_t index);
    bool saveBatched(std::uint32_t index, Op empty, const BatchRule& batches);
    bool saveUnmemoized(std::uint32_t index, bool marked);
    bool saveItems(std::uint32_t container, const BatchRule& batches);

    void resume();
    void resumeBatches();
    void resumeTuple();
    void resumeObject();
    void resumePersistent();
    bool savePhase(std::uint32_t index, std::uint32_t phase);
    bool endCall(std::uint32_t index, const Node& object);
    bool endState(const Node& object);
    bool saveEffect(std::uint32_t index, std::uint32_t phase);
    bool endEffect(Effect effect);
    void callSetter();
    void endTuple(std::uint32_t index, const Node& node);
    void forgetArguments(std::uint32_t index, std::uint32_t since);
    bool isReducedAgain(std::uint32_t tuple) const;

    std::size_t savePlain(const std::uint32_t* links, std::size_t at, std::size_t end);
    void saveBigInteger(std::string_view twosComplement);
    void saveText(std::uint32_t index, std::string_view utf8);
    void saveBytes(std::uint32_t index, std::string_view bytes);
    void saveByteArray(std::uint32_t index, std::string_view bytes);
    void savePython2Str(std::uint32_t index, std::string_view bytes);
    void saveOutOfBand(std::uint32_t index, const Node& node);
    void saveExtension(std::uint32_t index, const Node& node);
    void memoizeShared(std::uint32_t index);
    void saveGlobal(std::uint32_t index, const Node& node);
    void saveGlobalLine(std::string_view module, std::string_view qualname);

    void beginBatch(const BatchRule& batches, std::size_t start, std::size_t size);
    void endBatch(const BatchRule& batches, std::size_t start, std::size_t size);
    void memoize(std::uint32_t index);
    bool getSaved(std::uint32_t index); ///< written as a get, where it is in the memo
    bool push(const Step& step);
    std::uint32_t slot(const Node& object, Slot slot) const;
    void fail(const char* kind, std::string text);
    void lower();

    const int m_protocol;
    WriteMemo& m_memo;
    std::vector<Step>& m_steps;
    const std::uint32_t m_root;
    const Node* const m_nodes;
    const std::uint32_t* const m_links;
    FramedOutput m_out;
    std::vector<std::string_view>* const m_beside;
    const std::size_t m_besideBefore;
    const std::size_t m_largeBytes;
    Outcome m_outcome = Outcome::Done;
    Error m_error;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/encoder.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t batchSize = 1000;

constexpr BatchRule listBatches{Op::Append, Op::Appends, false, false, 1};
constexpr BatchRule dictBatches{Op::SetItem, Op::SetItems, false, true, 2};
constexpr BatchRule setBatches{Op::Mark, Op::AddItems, false, true, 1};

} // namespace

Encoder::Encoder(int protocol, EncoderMemory& memory, Value root, Buffer& out,
                 std::vector<std::string_view>* beside, std::size_t largeBytes)
    : m_protocol(protocol),
      m_memo(memory.memo),
      m_steps(memory.steps),
      m_root(root.index()),
      m_nodes(root.document()->nodes()),
      m_links(root.document()->links()),
      m_out(out),
      m_beside(beside),
      m_besideBefore(beside == nullptr ? 0 : beside->size()),
      m_largeBytes(beside == nullptr || protocol < 5 ? ~std::size_t{0} : largeBytes)
{
    m_memo.start(root.document()->nodeCount());
    m_steps.clear();
}

Encoder::Outcome Encoder::run()
{
    m_out.put(Op::Proto, static_cast<std::uint64_t>(m_protocol), 1);
    if (m_protocol >= 4) {
        m_out.startFraming();
    }
    save(m_root);
    while (!m_steps.empty() && m_outcome == Outcome::Done) {
        resume();
    }
    if (m_outcome == Outcome::Done) {
        m_out.put(Op::Stop);
        m_out.finish();
    }
    if (m_outcome != Outcome::Done && m_beside != nullptr) {
        m_beside->resize(m_besideBefore);
    }
    return m_outcome;
}

void Encoder::fail(const char* kind, std::string text)
{
    m_error = {kind, std::move(text), {}};
    m_outcome = Outcome::Failed;
}

void Encoder::lower()
{
    if (m_outcome == Outcome::Done) {
        m_outcome = Outcome::NeedsLowering;
    }
}

bool Encoder::push(const Step& step)
{
    m_steps.push_back(step);
    return false;
}

bool Encoder::saveContainer(std::uint32_t index)
{
    const Node& node = m_nodes[index];
    switch (node.kind) {
    case Kind::List: return saveBatched(index, Op::EmptyList, listBatches);
    case Kind::Dict: return saveBatched(index, Op::EmptyDict, dictBatches);
    case Kind::Tuple: return saveUnmemoized(index, node.size > 3);
    case Kind::Object: return saveUnmemoized(index, false);
    case Kind::Persistent: return push({index, 0, nullptr});
    default: break;
    }
    if (m_protocol < 4) {
        lower();
        return false;
    }
    return node.kind == Kind::Set ? saveBatched(index, Op::EmptySet, setBatches)
                                  : saveUnmemoized(index, true);
}

// Empty first, items later: so a list may hold itself.
bool Encoder::saveBatched(std::uint32_t index, Op empty, const BatchRule& batches)
{
    m_out.put(empty);
    memoize(index);
    return saveItems(index, batches);
}

bool Encoder::saveItems(std::uint32_t container, const BatchRule& batches)
{
    return m_nodes[container].size == 0 || push({container, 0, &batches});
}

// Parts first. Such a thing may hold itself by way of a list, and then turns up in the memo while
// it is being written.
bool Encoder::saveUnmemoized(std::uint32_t index, bool marked)
{
    std::uint32_t since = 0;
    switch (m_memo.begin(index, since)) {
    case WriteMemo::Beginning::Usual: break;
    case WriteMemo::Beginning::Again: forgetArguments(index, since); break;
    case WriteMemo::Beginning::Endless:
        fail("PicklingError", "a tuple that holds itself directly cannot be pickled");
        return false;
    }
    if (marked) {
        m_out.put(Op::Mark);
    }
    return push({index, 0, nullptr});
}

void Encoder::resume()
{
    const Step& step = m_steps.back();
    if (step.batches != nullptr) {
        resumeBatches();
    } else if (m_nodes[step.node].kind == Kind::Object) {
        resumeObject();
    } else if (m_nodes[step.node].kind == Kind::Persistent) {
        resumePersistent();
    } else {
        resumeTuple();
    }
}

void Encoder::beginBatch(const BatchRule& batches, std::size_t start, std::size_t size)
{
    const bool alone = size - start == 1 && (start == 0 || batches.restAlone);
    if (!alone || batches.one == Op::Mark) {
        m_out.put(Op::Mark);
    }
}

void Encoder::endBatch(const BatchRule& batches, std::size_t start, std::size_t size)
{
    const bool alone = size - start == 1 && (start == 0 || batches.restAlone);
    m_out.put(alone && batches.one != Op::Mark ? batches.one : batches.many);
}

void Encoder::resumeBatches()
{
    const std::size_t depth = m_steps.size() - 1;
    const BatchRule& batches = *m_steps[depth].batches;
    const Node& node = m_nodes[m_steps[depth].node];
    const std::uint32_t* links = m_links + node.run.first;
    const std::size_t total = std::size_t{node.size} * batches.stride;
    const std::size_t perBatch = batchSize * batches.stride;
    for (std::size_t at = m_steps[depth].at;;) {
        if (at % perBatch == 0 || at == total) { // what is before it is complete
            if (at != 0) {
                endBatch(batches, (at - 1) / perBatch * batchSize, node.size);
            }
            if (at == total) {
                break;
            }
            beginBatch(batches, at / batches.stride, node.size);
        }
        const std::size_t end = std::min(total, (at / perBatch + 1) * perBatch);
        for (at = savePlain(links, at, end); at < end && saveLeaf(links[at]);) {
            at = savePlain(links, at + 1, end);
        }
        if (at < end) {
            m_steps[depth].at = static_cast<std::uint32_t>(at + 1);
            if (!saveContainer(links[at++])) {
                return;
            }
        }
    }
    if (batches.emptyTail && node.size % batchSize == 0) {
        m_out.put(Op::Mark);
        m_out.put(batches.many);
    }
    m_steps.pop_back();
}

// A tuple or a frozenset.
void Encoder::resumeTuple()
{
    const std::size_t depth = m_steps.size() - 1;
    const std::uint32_t index = m_steps[depth].node;
    const Node& node = m_nodes[index];
    const std::uint32_t* links = m_links + node.run.first;
    for (std::uint32_t at = m_steps[depth].at; at < node.size; ++at) {
        if (!saveLeaf(links[at])) {
            m_steps[depth].at = at + 1;
            if (!saveContainer(links[at])) {
                return;
            }
        }
    }
    endTuple(index, node);
    m_steps.pop_back();
}

void Encoder::endTuple(std::uint32_t index, const Node& node)
{
    constexpr Op tuples[] = {Op::EmptyTuple, Op::Tuple1, Op::Tuple2, Op::Tuple3};
    const bool marked = node.kind == Kind::FrozenSet || node.size > 3;
    if (m_memo.find(index) != WriteMemo::none && !isReducedAgain(index)) {
        // One of its parts has written it meanwhile.
        for (std::uint32_t i = 0; i < (marked ? 1 : node.size); ++i) {
            m_out.put(marked ? Op::PopMark : Op::Pop);
        }
        getSaved(index);
        return;
    }
    m_out.put(node.kind == Kind::FrozenSet ? Op::FrozenSet
              : marked                     ? Op::Tuple
                                           : tuples[node.size]);
    memoize(index);
}

} // namespace poolscope

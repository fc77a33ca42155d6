// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/encoder.h"

namespace poolscope {

namespace {

// Items that come from a reduce are batched as an iterator's, not as a list's or dict's own.
constexpr BatchRule listItemBatches{Op::Append, Op::Appends, true, false, 1};
constexpr BatchRule dictItemBatches{Op::SetItem, Op::SetItems, true, false, 2};
constexpr BatchRule addedItemBatches{Op::Mark, Op::AddItems, false, false, 1};

} // namespace

std::uint32_t Encoder::slot(const Node& object, Slot slot) const
{
    const auto i = static_cast<std::uint32_t>(slot);
    return i < object.size ? m_links[object.run.first + i] : noNode;
}

void Encoder::resumeObject()
{
    const std::size_t depth = m_steps.size() - 1;
    const std::uint32_t index = m_steps[depth].node;
    while (savePhase(index, m_steps[depth].at++)) {
    }
}

// In the order of CPython's save_reduce(). A `setter` is called with (object, state) and its
// result dropped, where otherwise BUILD takes the state.
bool Encoder::savePhase(std::uint32_t index, std::uint32_t phase)
{
    const Node& object = m_nodes[index];
    const auto saveSlot = [&](Slot name) {
        const std::uint32_t part = slot(object, name);
        return part == noNode || save(part);
    };
    const auto saveSlotItems = [&](Slot name, const BatchRule& batches) {
        const std::uint32_t part = slot(object, name);
        return part == noNode || saveItems(part, batches);
    };
    switch (phase) {
    case 0: return saveSlot(Slot::Callable);
    case 1: return saveSlot(Slot::Arguments);
    case 2: return saveSlot(Slot::Keywords);
    case 3: return endCall(index, object);
    case 4: return saveSlotItems(Slot::ListItems, listItemBatches);
    case 5: return saveSlotItems(Slot::DictItems, dictItemBatches);
    case 6: return saveSlot(Slot::Setter);
    case 7: return slot(object, Slot::Setter) == noNode || save(index);
    case 8: return saveSlot(Slot::State);
    case 9: return endState(object);
    default: return saveEffect(index, phase - 10);
    }
}

// An object that turns up among its own arguments is asked by CPython for these a second time, and
// the tuple and the lists in it are made anew each time. They are written anew, too.
void Encoder::forgetArguments(std::uint32_t index, std::uint32_t since)
{
    constexpr std::uint32_t mostLists = 16; // a bound on time: reducers give one or two
    if (m_nodes[index].kind != Kind::Object) {
        return;
    }
    const Node& arguments = m_nodes[slot(m_nodes[index], Slot::Arguments)];
    const std::uint32_t count = arguments.kind == Kind::Tuple ? arguments.size : 0;
    for (std::uint32_t i = 0; i < count && i < mostLists; ++i) {
        const std::uint32_t item = m_links[arguments.run.first + i];
        if (m_nodes[item].kind == Kind::List || m_nodes[item].kind == Kind::Dict) {
            m_memo.forget(item, since);
        }
    }
}

// The arguments of an object that has been written meanwhile: the tuple of the second asking.
bool Encoder::isReducedAgain(std::uint32_t tuple) const
{
    if (m_steps.size() < 2) {
        return false;
    }
    const std::uint32_t owner = m_steps[m_steps.size() - 2].node;
    return m_nodes[owner].kind == Kind::Object && slot(m_nodes[owner], Slot::Arguments) == tuple &&
           m_memo.find(owner) != WriteMemo::none;
}

bool Encoder::endCall(std::uint32_t index, const Node& object)
{
    const auto making = static_cast<Making>(object.flags);
    if (m_protocol < 4 && making != Making::Reduce && making != Making::NewObject) {
        const bool isArgumentsKnown = m_nodes[slot(object, Slot::Arguments)].kind == Kind::Tuple;
        if (making == Making::LookUp) {
            fail("PicklingError", "a global whose name is a symbol needs protocol 4 or higher");
        } else if (!isArgumentsKnown) {
            fail("PicklingError", "an object made with keywords and a symbol for its arguments "
                                  "needs protocol 4 or higher");
        } else {
            lower();
        }
        return false;
    }
    constexpr Op opcodes[] = {Op::Reduce, Op::NewObj, Op::NewObjEx, Op::StackGlobal};
    m_out.put(opcodes[object.flags]);
    if (m_memo.find(index) == WriteMemo::none) {
        memoize(index);
        return true;
    }
    m_out.put(Op::Pop); // its arguments hold it and have written it, state and all
    getSaved(index);
    m_steps.pop_back();
    return false;
}

bool Encoder::endState(const Node& object)
{
    if (slot(object, Slot::Setter) != noNode) {
        callSetter();
    } else if (slot(object, Slot::State) != noNode) {
        m_out.put(Op::Build);
    }
    if (slot(object, Slot::Effects) != noNode) {
        return true;
    }
    m_steps.pop_back();
    return false;
}

// With the setter, the object and the state on the stack.
void Encoder::callSetter()
{
    m_out.put(Op::Tuple2);
    m_out.put(Op::Reduce);
    m_out.put(Op::Pop);
}

// Each effect has four phases: up to three things are saved, then it is ended.
bool Encoder::saveEffect(std::uint32_t index, std::uint32_t phase)
{
    const Node& effects = m_nodes[slot(m_nodes[index], Slot::Effects)];
    const std::uint32_t at = phase / 4 * 2;
    if (at >= effects.size) {
        m_steps.pop_back();
        return false;
    }
    const std::uint32_t* links = m_links + effects.run.first + at;
    const auto effect = static_cast<Effect>(m_nodes[links[0]].integer);
    if (phase % 4 == 3) {
        return endEffect(effect);
    }
    if (effect == Effect::CallSetter) {
        const std::uint32_t* pair = m_links + m_nodes[links[1]].run.first;
        return save(phase % 4 == 1 ? index : pair[phase % 4 / 2]);
    }
    if (phase % 4 != 0) {
        return true;
    }
    switch (effect) {
    case Effect::Append: return saveItems(links[1], listItemBatches);
    case Effect::SetItems: return saveItems(links[1], dictItemBatches);
    case Effect::AddItems: return saveItems(links[1], addedItemBatches);
    default: return save(links[1]);
    }
}

bool Encoder::endEffect(Effect effect)
{
    if (effect == Effect::CallSetter) {
        callSetter();
    } else if (effect == Effect::Build) {
        m_out.put(Op::Build);
    }
    return true;
}

} // namespace poolscope

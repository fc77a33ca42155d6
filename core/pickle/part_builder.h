// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Walks down the tree of things, each below what took it from the stack, with a list of steps of
// its own: nesting costs no stack.

#include "core/pickle/machine_log.h"

namespace poolscope {

class PartBuilder final {
public:
    PartBuilder(MachineLog& log, const AnatomyLimits& limits);
    std::vector<PicklePart> build();

private:
    /// A part that is still to be made.
    struct Step {
        std::string label;
        std::uint32_t thing;
        std::uint32_t parent;
        std::uint32_t depth;
        std::uint32_t key = nothing;   ///< whose bytes lie with the thing's
        std::uint32_t also = nothing;  ///< arguments whose own bytes lie with the call's
        bool isOwn = false;            ///< "the tuple itself"
        std::uint32_t ready = nothing; ///< a part that is made already
        std::string text = {};         ///< in place of the brief one
    };

    void buildRoot();
    void runSteps();
    void make(const Step& step);
    void makeOwn(const Step& step);
    void expand(const Step& step, std::uint32_t part);
    std::uint32_t addPart(std::string label, std::string text, std::uint32_t parent);
    bool isLeaf(const Step& step) const;
    bool holdsOnePlain(std::uint32_t thing) const;
    void swallow(std::uint32_t thing, std::uint32_t part);
    void swallowLater(std::span<const std::uint32_t> things);

    // what is below a thing, in the order of the bytes
    void addContents(const Step& step);
    void addCall(std::uint32_t thing);
    void addNewObject(std::uint32_t thing);
    void addInstance(std::uint32_t thing);
    void addArguments(std::uint32_t thing);
    /// Each by its place, or all by one label.
    void addItems(std::span<const std::uint32_t> links, const char* label = nullptr);
    void addPairs(std::span<const std::uint32_t> links);
    void addChanges(std::uint32_t thing);
    void addStep(std::string label, std::uint32_t thing, std::uint32_t key = nothing);
    void addCallable(const char* label, std::uint32_t thing);
    void addOwn(std::uint32_t thing, std::uint32_t also = nothing);
    std::size_t roomFor(std::size_t items) const;
    void hide(std::span<const std::uint32_t> links, std::size_t items);

    void placeOpcodes();
    void sumUp();

    MachineLog& m_log;
    const AnatomyLimits& m_limits;
    std::vector<PicklePart> m_parts;
    std::vector<std::uint32_t> m_partOf; // of a thing
    std::vector<Step> m_steps;           // last first
    std::vector<std::uint32_t> m_below;  // things still to be swallowed
    std::uint32_t m_framing = 0;

    // while one part is expanded
    std::vector<Step> m_children;
    std::uint32_t m_part = 0;
    std::uint32_t m_depth = 0;
    std::size_t m_items = 0;        // shown
    std::size_t m_index = 0;        // of the next one
    std::size_t m_hidden = 0;       // items past the limit …
    std::uint32_t m_more = nothing; // … and their part
};

} // namespace poolscope

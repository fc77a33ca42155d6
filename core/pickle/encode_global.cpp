// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// Names and symbols: what a pickle says of things outside itself.
#include "core/pickle/encoder.h"

#include "core/pickle/python2_names.h"

#include <limits>

namespace poolscope {

void Encoder::saveGlobal(std::uint32_t index, const Node& node)
{
    if (m_protocol >= 4) {
        saveLeaf(node.name.module);
        saveLeaf(node.name.qualname);
        m_out.put(Op::StackGlobal);
    } else {
        saveGlobalLine(m_nodes[node.name.module].text(), m_nodes[node.name.qualname].text());
    }
    memoize(index);
}

void Encoder::saveGlobalLine(std::string_view module, std::string_view qualname)
{
    if (qualname.find('.') != std::string_view::npos) {
        lower();
    } else if (module.find('\n') != std::string_view::npos ||
               qualname.find('\n') != std::string_view::npos) {
        fail("PicklingError", "a name with a line break needs protocol 4 or higher");
    }
    const GlobalText name =
        m_protocol < 3 ? toPython2({module, qualname}) : GlobalText{module, qualname};
    m_out.put(Op::Global);
    m_out.putBytes(name.module);
    m_out.putBytes("\n");
    m_out.putBytes(name.qualname);
    m_out.putBytes("\n");
}

// Python names it in protocol 0 by a line of text, from 1 on by any value.
void Encoder::resumePersistent()
{
    const std::size_t depth = m_steps.size() - 1;
    const std::uint32_t index = m_steps[depth].node;
    if (m_steps[depth].at++ == 0 && !save(m_links[m_nodes[index].run.first])) {
        return;
    }
    m_out.put(Op::BinPersId);
    memoizeShared(index);
    m_steps.pop_back();
}

void Encoder::saveExtension(std::uint32_t index, const Node& node)
{
    const auto code = static_cast<std::uint64_t>(node.integer);
    if (code <= std::numeric_limits<std::uint8_t>::max()) {
        m_out.put(Op::Ext1, code, 1);
    } else if (code <= std::numeric_limits<std::uint16_t>::max()) {
        m_out.put(Op::Ext2, code, 2);
    } else {
        m_out.put(Op::Ext4, code, 4);
    }
    memoizeShared(index);
}

void Encoder::saveOutOfBand(std::uint32_t index, const Node& node)
{
    const bool readOnly = (node.flags & Node::readOnly) != 0;
    if (m_protocol < 5) {
        fail("PicklingError", "a buffer needs protocol 5");
    } else if (m_beside == nullptr && node.bytes != nullptr) {
        readOnly ? saveBytes(index, node.text()) : saveByteArray(index, node.text());
    } else {
        if (m_beside != nullptr) {
            m_beside->push_back(node.text());
        }
        m_out.put(Op::NextBuffer);
        if (readOnly) {
            m_out.put(Op::ReadOnlyBuffer);
        }
        memoizeShared(index);
    }
}

// CPython writes such a thing anew each time; marked is what the pickle that it came from held
// twice.
void Encoder::memoizeShared(std::uint32_t index)
{
    if ((m_nodes[index].flags & Node::memoized) != 0) {
        memoize(index);
    }
}

void Encoder::savePython2Str(std::uint32_t index, std::string_view bytes)
{
    if (bytes.size() < 256) {
        m_out.put(Op::ShortBinString, bytes.size(), 1);
        m_out.putBytes(bytes);
    } else if (bytes.size() <= std::numeric_limits<std::int32_t>::max()) {
        m_out.putPayload(Op::BinString, 4, bytes);
    } else {
        fail("OverflowError", "a str of Python 2 holds less than 2 GiB");
    }
    memoize(index);
}

} // namespace poolscope

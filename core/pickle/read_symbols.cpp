// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// What a pickle takes from outside itself: it is kept as a symbol where the limits say so.
#include "core/pickle/reader.h"
#include "core/pickle/utf8.h"

namespace poolscope {

// The object that opcodes of this file make goes by no memo in CPython: each mention is written
// anew. One that a pickle holds twice all the same is marked, so that it is written once.
void Reader::noteShared(std::uint32_t index)
{
    if (m_document.nodes()[index].kind > Kind::Object) [[unlikely]] {
        m_document.mark(m_document.at(index), Node::memoized);
    }
}

bool Reader::stepSymbol(Op op)
{
    switch (op) {
    case Op::PersId: return persistentLine();
    case Op::BinPersId: return persistentId();
    case Op::Ext1: return extensionOf<1>();
    case Op::Ext2: return extensionOf<2>();
    case Op::Ext4: return extensionOf<4>();
    case Op::NextBuffer: return nextBuffer();
    case Op::ReadOnlyBuffer: return readOnlyBuffer();
    default: return stepUnknown(op);
    }
}

bool Reader::persistentLine()
{
    std::string_view id;
    if (!line(id)) {
        return false;
    }
    if (!isAscii(id)) {
        return fail("a persistent id that is no ASCII");
    }
    return push(m_document.strView(id)) && persistentId();
}

bool Reader::persistentId()
{
    if (!m_limits.symbols) {
        return fail("a persistent id stands for an object outside the pickle, and nobody has it");
    }
    return has(1) && push(m_document.persistent(m_document.at(m_stack.pop())));
}

bool Reader::extension(std::int64_t code)
{
    if (code <= 0) {
        return fail("an extension code that is not above 0");
    }
    if (!m_limits.symbols) {
        return fail("extension code " + std::to_string(code) + " is registered by nobody");
    }
    return push(m_document.extension(code));
}

// A symbol has no bytes, but counts as one of the buffers that the pickle asks for.
bool Reader::nextBuffer()
{
    if (m_nextBuffer < m_buffers.size()) {
        const std::string_view bytes = m_buffers[m_nextBuffer++];
        if (m_limits.buffersAreBytes) {
            const bool isReadOnly =
                m_at != m_limit && *m_at == static_cast<char>(Op::ReadOnlyBuffer);
            m_at += isReadOnly ? 1 : 0;
            return push(isReadOnly ? m_document.bytesView(bytes) : m_document.byteArrayView(bytes));
        }
        return push(m_document.outOfBand(bytes.empty() ? std::string_view("") : bytes, false));
    }
    if (!m_limits.symbols) {
        return fail("buffer " + std::to_string(m_nextBuffer + 1) +
                    " beside the pickle is wanted, and " + std::to_string(m_buffers.size()) +
                    " came");
    }
    ++m_nextBuffer;
    return push(m_document.outOfBand({}, false));
}

bool Reader::readOnlyBuffer()
{
    if (!has(1)) {
        return false;
    }
    const Value buffer = m_document.at(m_stack.top());
    if (buffer.kind() != Kind::OutOfBand) {
        return fail("READONLY_BUFFER on what is no buffer");
    }
    m_document.mark(buffer, Node::readOnly);
    return true;
}

} // namespace poolscope

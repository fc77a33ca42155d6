// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/reader.h"

#include <new>
#include <stdexcept>

namespace poolscope {

Reader::Reader(std::string_view message, Document& document, const PickleLimits& limits,
               std::span<const std::string_view> buffers)
    : m_begin(message.data()),
      m_end(m_begin + message.size()),
      m_at(m_begin),
      m_limit(m_end),
      m_opcode(m_begin),
      m_document(document),
      m_limits(limits),
      m_buffers(buffers),
      m_mostNodes(document.nodeCount() + limits.nodes)
{}

Result<Value> Reader::run()
{
    for (;;) {
        m_opcode = m_at;
        if (m_at == m_limit && !leaveFrame()) {
            break;
        }
        const Op op = static_cast<Op>(*m_at++);
        if (op == Op::Stop && has(1)) {
            return m_document.at(m_stack.top());
        }
        if (!step(op)) {
            break;
        }
        m_last = op;
        if (m_document.nodeCount() > m_mostNodes) [[unlikely]] {
            fail("more than " + std::to_string(m_limits.nodes) + " objects");
            break;
        }
    }
    const auto offset = static_cast<std::size_t>(m_opcode - m_begin);
    return Error{"UnpicklingError", "at byte " + std::to_string(offset) + ": " + m_error, {}};
}

// What most pickles are made of; the rest in order of rarity.
bool Reader::step(Op op)
{
    switch (op) {
    case Op::BinInt1: return intOf<1>();
    case Op::BinInt2: return intOf<2>();
    case Op::BinInt: return intOf<4>();
    case Op::Long1: return longOf<1>();
    case Op::BinFloat: return real();
    case Op::None: return push(m_document.none());
    case Op::NewTrue: return push(m_document.boolean(true));
    case Op::NewFalse: return push(m_document.boolean(false));
    case Op::ShortBinUnicode: return textOf<1>();
    case Op::BinUnicode: return textOf<4>();
    case Op::ShortBinBytes: return bytesOf<1>();
    case Op::Memoize: return put(m_memo.count());
    case Op::BinGet: return getOf<1>();
    case Op::LongBinGet: return getOf<4>();
    case Op::BinPut: return putOf<1>();
    case Op::Mark: return mark();
    case Op::Tuple: return markedContainer(Kind::Tuple);
    case Op::EmptyTuple: return push(m_document.at(Document::emptyTupleIndex));
    case Op::Tuple1: return shortTuple(1);
    case Op::Tuple2: return shortTuple(2);
    case Op::Tuple3: return shortTuple(3);
    case Op::EmptyList: return empty(Kind::List);
    case Op::Append: return append();
    case Op::Appends: return appendAll();
    case Op::EmptyDict: return empty(Kind::Dict);
    case Op::SetItem: return setItem();
    case Op::SetItems: return setItems();
    case Op::StackGlobal: return stackGlobal();
    case Op::Reduce: return call(Making::Reduce);
    case Op::NewObj: return call(Making::NewObject);
    case Op::Build: return build();
    default: return stepBinary(op);
    }
}

bool Reader::stepBinary(Op op)
{
    switch (op) {
    case Op::Proto: return protocol();
    case Op::Frame: return frame();
    case Op::LongBinPut: return putOf<4>();
    case Op::Long4: return longOf<4>();
    case Op::BinUnicode8: return textOf<8>();
    case Op::BinBytes: return bytesOf<4>();
    case Op::BinBytes8: return bytesOf<8>();
    case Op::ByteArray8: return byteArray();
    case Op::EmptySet: return empty(Kind::Set);
    case Op::AddItems: return addItems();
    case Op::FrozenSet: return markedContainer(Kind::FrozenSet);
    case Op::NewObjEx: return callWithKeywords();
    case Op::Global: return global();
    case Op::Pop: return pop();
    case Op::Dup: return duplicate();
    case Op::PopMark: {
        std::span<std::uint32_t> dropped;
        return popMark(dropped);
    }
    case Op::BinString: return python2StrOf<4>();
    case Op::ShortBinString: return python2StrOf<1>();
    case Op::List: return markedContainer(Kind::List);
    case Op::Dict: return markedContainer(Kind::Dict);
    case Op::Inst: return instance();
    case Op::Obj: return markedObject();
    default: return stepText(op);
    }
}

bool Reader::stepText(Op op)
{
    switch (op) {
    case Op::Int: return intLine();
    case Op::Long: return longLine();
    case Op::Float: return floatLine();
    case Op::String: return stringLine();
    case Op::Unicode: return unicodeLine();
    case Op::Get: return memoLine(false);
    case Op::Put: return memoLine(true);
    default: return stepSymbol(op);
    }
}

bool Reader::stepUnknown(Op op)
{
    if (op == Op::Stop) {
        return false; // on an empty stack: has() has said so
    }
    constexpr char digits[] = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(op);
    return fail(std::string("no opcode has the code 0x") + digits[code >> 4] + digits[code & 15]);
}

bool Reader::fail(std::string reason)
{
    m_error = std::move(reason);
    return false;
}

bool Reader::shortOf(std::uint64_t wanted)
{
    const std::string name(nameOf(static_cast<Op>(*m_opcode)));
    const bool straddles = m_inFrame && static_cast<std::uint64_t>(m_end - m_at) >= wanted;
    return fail(name + " needs " + std::to_string(wanted) + " more bytes, and " +
                std::to_string(m_limit - m_at) + " are left in the " +
                (straddles ? "frame, which no opcode may straddle" : "message"));
}

bool Reader::protocol()
{
    std::uint64_t version = 0;
    if (!number<1>(version)) {
        return false;
    }
    if (version > highestProtocol) {
        return fail("unsupported pickle protocol: " + std::to_string(version) + "; the highest is " +
                    std::to_string(highestProtocol));
    }
    m_protocol = static_cast<int>(version);
    return true;
}

bool Reader::frame()
{
    std::uint64_t size = 0;
    if (!number<8>(size)) {
        return false;
    }
    if (m_inFrame && m_at != m_limit) {
        return fail("a frame begins inside another");
    }
    if (size > static_cast<std::uint64_t>(m_end - m_at)) {
        return fail("a frame of " + std::to_string(size) + " bytes, and " +
                    std::to_string(m_end - m_at) + " are left");
    }
    m_limit = m_at + size;
    m_inFrame = true;
    return true;
}

// At the end of what may be read. False when that is the end of the message.
bool Reader::leaveFrame()
{
    m_limit = m_end;
    m_inFrame = false;
    return m_at != m_end || fail("the pickle ends without STOP");
}

bool Reader::underflow()
{
    return fail(std::string(nameOf(static_cast<Op>(*m_opcode))) +
                (m_marks.size() == 0 ? " finds too little on the stack"
                                     : " finds a mark where it needs an object"));
}

bool Reader::mark()
{
    m_marks.push(static_cast<std::uint32_t>(m_stack.size()));
    m_fence = m_stack.size();
    return true;
}

// What lies above the last mark; valid until something is pushed.
bool Reader::popMark(std::span<std::uint32_t>& items)
{
    if (m_marks.size() == 0) {
        return fail(std::string(nameOf(static_cast<Op>(*m_opcode))) + " finds no mark");
    }
    const std::uint32_t height = m_marks.pop();
    items = {m_stack.data() + height, m_stack.size() - height};
    m_stack.truncate(height);
    m_fence = m_marks.size() == 0 ? 0 : m_marks.top();
    return true;
}

bool Reader::pop()
{
    if (m_marks.size() != 0 && m_marks.top() == m_stack.size()) {
        std::span<std::uint32_t> nothing;
        return popMark(nothing);
    }
    if (!has(1)) {
        return false;
    }
    if (m_last != Op::Reduce || !takeSetter()) {
        m_stack.pop();
    }
    return true;
}

bool Reader::duplicate()
{
    if (!has(1)) {
        return false;
    }
    noteShared(m_stack.top());
    m_stack.push(m_stack.top());
    return true;
}

bool Reader::get(std::uint64_t number)
{
    const std::uint32_t node = m_memo.find(number);
    if (node == noNode) {
        return fail("the memo has no number " + std::to_string(number));
    }
    m_stack.push(node);
    return true;
}

bool Reader::put(std::uint64_t number)
{
    if (!has(1)) {
        return false;
    }
    if (m_memo.count() >= m_limits.memo) {
        return fail("more than " + std::to_string(m_limits.memo) + " objects in the memo");
    }
    noteShared(m_stack.top());
    m_memo.put(number, m_stack.top());
    return true;
}

Result<Value> readPickle(std::string_view message, Document& document, const PickleLimits& limits,
                         std::span<const std::string_view> buffers)
{
    try {
        return Reader(message, document, limits, buffers).run();
    } catch (const std::bad_alloc&) {
        return Error{"MemoryError", "there is not enough memory to read this pickle", {}};
    } catch (const std::length_error& error) {
        return Error{"MemoryError", error.what(), {}};
    }
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Reads one pickle: a loop over opcodes, a stack of nodes, a stack of marks, a memo. Nothing in it
// trusts a length, and nothing runs code.

#include "core/pickle/hashable.h"
#include "core/pickle/opcode.h"
#include "core/pickle/pickle.h"
#include "core/pickle/read_memo.h"
#include "core/pickle/small_stack.h"

#include <span>

namespace poolscope {

class Reader final {
public:
    Reader(std::string_view message, Document& document, const PickleLimits& limits,
           std::span<const std::string_view> buffers);
    Result<Value> run();

private:
    // Each says whether it went well; otherwise fail() has noted why.
    bool step(Op op);
    bool stepBinary(Op op);
    bool stepText(Op op);
    bool stepSymbol(Op op);
    bool stepUnknown(Op op);
    bool isWithinLimits();
    bool fail(std::string reason);
    bool shortOf(std::uint64_t wanted);

    // the message
    bool take(std::uint64_t count, std::string_view& bytes)
    {
        if (static_cast<std::uint64_t>(m_limit - m_at) < count) [[unlikely]] {
            return shortOf(count);
        }
        bytes = {m_at, static_cast<std::size_t>(count)};
        m_at += count;
        return true;
    }
    template <std::size_t bytes> bool number(std::uint64_t& value)
    {
        if (static_cast<std::size_t>(m_limit - m_at) < bytes) [[unlikely]] {
            return shortOf(bytes);
        }
        value = 0;
        std::memcpy(&value, m_at, bytes);
        m_at += bytes;
        return true;
    }
    template <std::size_t bytes> bool payload(std::string_view& content)
    {
        std::uint64_t size = 0;
        return number<bytes>(size) && take(size, content);
    }
    bool line(std::string_view& text);
    bool protocol();
    bool frame();
    bool leaveFrame();

    // the stack
    bool push(Value value)
    {
        m_stack.push(value.index());
        return true;
    }
    bool has(std::size_t count) { return m_stack.size() - m_fence >= count || underflow(); }
    bool underflow();
    bool mark();
    bool popMark(std::span<std::uint32_t>& items);
    bool pop();
    bool duplicate();

    // leaves
    bool text(std::string_view utf8);
    bool python2Str(std::string_view bytes, bool isView);
    bool real();
    bool longInteger(std::uint64_t size);
    template <std::size_t bytes> bool intOf()
    {
        std::uint64_t value = 0;
        if (!number<bytes>(value)) {
            return false;
        }
        return push(m_document.integer(bytes == 4 ? static_cast<std::int32_t>(value)
                                                  : static_cast<std::int64_t>(value)));
    }
    template <std::size_t bytes> bool longOf()
    {
        std::uint64_t size = 0;
        return number<bytes>(size) && longInteger(size);
    }
    template <std::size_t bytes> bool textOf()
    {
        std::string_view content;
        return payload<bytes>(content) && text(content);
    }
    template <std::size_t bytes> bool python2StrOf()
    {
        std::string_view content;
        return payload<bytes>(content) && python2Str(content, true);
    }
    template <std::size_t bytes> bool bytesOf()
    {
        std::string_view content;
        return payload<bytes>(content) && push(m_document.bytesView(content));
    }
    bool byteArray();

    // memo
    template <std::size_t bytes> bool getOf()
    {
        std::uint64_t number = 0;
        return this->number<bytes>(number) && get(number);
    }
    template <std::size_t bytes> bool putOf()
    {
        std::uint64_t number = 0;
        return this->number<bytes>(number) && put(number);
    }
    bool get(std::uint64_t number);
    bool put(std::uint64_t number);
    void noteShared(std::uint32_t index);

    // containers
    bool empty(Kind kind) { return push(m_document.container(kind, {})); }
    bool shortTuple(std::size_t count);
    bool markedContainer(Kind kind);
    bool append();
    bool appendAll();
    bool setItem();
    bool setItems();
    bool addItems();
    bool extend(std::uint32_t target, std::span<const std::uint32_t> items);
    bool areHashable(std::span<const std::uint32_t> items, std::size_t stride);
    bool extendPairs(std::uint32_t target, std::span<const std::uint32_t> items);
    Value itemsOf(Value object, Slot slot);

    // objects
    bool stackGlobal();
    bool global();
    bool pushGlobal(std::string_view module, std::string_view qualname);
    bool call(Making making);
    bool callWithKeywords();
    bool build();
    bool takeSetter();
    bool instance();
    bool markedObject();
    bool pushInstance(std::uint32_t callable, std::span<const std::uint32_t> arguments);
    bool isCallable(std::uint32_t index);
    static bool isComplete(Value object);
    bool effect(Value object, Effect what, Value with);

    // what comes from outside the pickle
    template <std::size_t bytes> bool extensionOf()
    {
        std::uint64_t code = 0;
        return number<bytes>(code) && extension(bytes == 4 ? static_cast<std::int32_t>(code)
                                                           : static_cast<std::int64_t>(code));
    }
    bool extension(std::int64_t code);
    bool persistentLine();
    bool persistentId();
    bool nextBuffer();
    bool readOnlyBuffer();

    // text of protocols 0 and 1
    bool intLine();
    bool longLine();
    bool decimal(std::string_view digits);
    bool floatLine();
    bool stringLine();
    bool unicodeLine();
    bool memoLine(bool isPut);

    const char* const m_begin;
    const char* const m_end;
    const char* m_at;
    const char* m_limit; // the end of the frame we are in, or of the message
    const char* m_opcode;
    Document& m_document;
    const PickleLimits& m_limits;
    const std::span<const std::string_view> m_buffers;
    std::size_t m_nextBuffer = 0;
    const std::size_t m_mostNodes;
    SmallStack<std::uint32_t, 256> m_stack;
    SmallStack<std::uint32_t, 64> m_marks; // heights of the stack
    std::size_t m_fence = 0;               // the height at the last mark: nothing pops below it
    ReadMemo m_memo;
    Hashable m_hashable{m_document};
    std::string m_error;
    int m_protocol = 0;
    bool m_inFrame = false;
    Op m_last = Op::Stop; // the opcode before this one
};

} // namespace poolscope

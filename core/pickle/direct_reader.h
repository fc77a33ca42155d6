// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Reads one pickle piece by piece, each as what somebody expects to come, with no document between.
// It knows the forms in which CPython and we write; each false says that something else came, and
// then somebody reads the whole message again by way of a document, which knows all forms and says
// what is wrong. What is accepted here means the same there.

#include "core/pickle/opcode.h"
#include "core/pickle/prelude.h"
#include "core/pickle/small_stack.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace poolscope {

class DirectReader final {
public:
    explicit DirectReader(std::string_view message);

    bool begin();                         ///< the head of a message of protocol 2 to 5
    bool end() { return take(Op::Stop); } ///< its end; what follows is nobody's

    /// What is known from a message before, byte for byte, as the first that is numbered. It outlives
    /// the reader.
    bool prelude(const Prelude& prelude);

    bool none() { return take(Op::None); }
    bool boolean(bool& value)
    {
        value = next() == Op::NewTrue;
        return value ? take(Op::NewTrue) : take(Op::NewFalse);
    }
    bool integer(std::int64_t& value);
    bool bigInteger(std::string_view& twosComplement) ///< LONG1 or LONG4
    {
        return next() == Op::Long1 ? payload<1>(twosComplement) : largeInteger(twosComplement);
    }
    bool real(double& value);         ///< BINFLOAT
    bool text(std::string_view& utf8) ///< a view into the message
    {
        return newShortText(utf8) || anyText(utf8);
    }
    bool bytes(std::string_view& bytes);

    /// `readItem()` reads one item and adds it to `items`, which is empty.
    template <class Items, class Read> bool list(Items& items, Read readItem)
    {
        return make(Op::EmptyList) && batches(items, Op::Append, Op::Appends, readItem);
    }
    /// As list(), of pairs.
    template <class Items, class Read> bool dict(Items& items, Read readPair)
    {
        return make(Op::EmptyDict) && batches(items, Op::SetItem, Op::SetItems, readPair);
    }
    template <class Items, class Read> bool set(Items& items, Read readItem)
    {
        return make(Op::EmptySet) && batches(items, Op::Mark, Op::AddItems, readItem);
    }
    bool beginTuple(std::size_t size) { return size <= 3 || take(Op::Mark); }
    bool endTuple(std::size_t size)
    {
        constexpr Op tuples[] = {Op::EmptyTuple, Op::Tuple1, Op::Tuple2, Op::Tuple3};
        return size == 0 ? take(Op::EmptyTuple) : make(size > 3 ? Op::Tuple : tuples[size]);
    }
    /// A tuple of any size: `readItem()` reads one, and they are counted.
    template <class Read> bool tuple(std::size_t& count, Read readItem)
    {
        count = 0;
        if (take(Op::Mark)) {
            for (; next() != Op::Tuple; ++count) {
                if (!readItem()) {
                    return false;
                }
            }
            return make(Op::Tuple);
        }
        for (; !endsATuple(next(), count); ++count) {
            if (count == 3 || !readItem()) {
                return false;
            }
        }
        return endTuple(count);
    }

    /// module.qualname() without arguments and without its state.
    bool object(std::string_view module, std::string_view qualname);
    bool endState() { return take(Op::Build); }
    /// Whether a dict begins, which is taken for the state of the object that was just made.
    bool fieldsFollow() { return next() == Op::EmptyDict; }
    /// A dict of named fields; `readField(name)` reads the value.
    template <class Read> bool fields(Read readField);

    /// The next opcode; what no opcode is at the end.
    Op next()
    {
        if (m_at == m_limit || *m_at == static_cast<char>(Op::Frame)) [[unlikely]] {
            return nextPastFrame();
        }
        return static_cast<Op>(*m_at);
    }
    /// Objects nested so deep are left to the way through a document.
    bool enter() { return ++m_depth <= deepest; }
    void leave() { --m_depth; }

private:
    static constexpr int deepest = 64;
    static constexpr Op nothing = static_cast<Op>(0);
    struct Global {
        const char* at; ///< its opcode, which the memo names it by
        std::string_view module;
        std::string_view qualname;
    };
    struct Place {
        const char* at;
        const char* limit;
        std::size_t memo;
        bool inFrame;
        int depth;
    };

    bool take(Op op)
    {
        const bool here = next() == op;
        m_at += here ? 1 : 0;
        return here;
    }
    std::size_t left() const { return static_cast<std::size_t>(m_limit - m_at); }
    /// An argument of so many bytes behind the opcode at `m_at`; false where there are less.
    template <std::size_t bytes> bool argument(std::uint64_t& value)
    {
        if (left() < 1 + bytes) {
            return false;
        }
        value = 0;
        std::memcpy(&value, m_at + 1, bytes);
        m_at += 1 + bytes;
        return true;
    }
    template <std::size_t bytes> bool payload(std::string_view& content)
    {
        std::uint64_t size = 0;
        if (!argument<bytes>(size) || size > left()) {
            return false;
        }
        content = {m_at, static_cast<std::size_t>(size)};
        m_at += size;
        return true;
    }
    Op nextPastFrame();
    /// What began or was made by the opcode at `at` may get a number now; only numbers in their
    /// order are known here.
    bool memoize(const char* at)
    {
        if (next() == Op::Memoize) [[likely]] {
            ++m_at;
            m_memo.push(static_cast<std::uint32_t>(at - m_begin));
            return true;
        }
        return memoizeByNumber(at);
    }
    bool memoizeByNumber(const char* at);
    /// An opcode that makes something, and its number.
    bool make(Op op) { return take(op) && memoize(m_at - 1); }
    bool remembered(const char*& at);
    /// A str of ASCII as most are, and its number.
    bool newShortText(std::string_view& utf8)
    {
        if (next() != Op::ShortBinUnicode || left() < 3) {
            return false;
        }
        const auto size = static_cast<unsigned char>(m_at[1]);
        if (left() < 3U + size || m_at[2 + size] != static_cast<char>(Op::Memoize)) {
            return false;
        }
        unsigned char bits = 0;
        for (std::size_t i = 0; i < size; ++i) {
            bits |= static_cast<unsigned char>(m_at[2 + i]);
        }
        if (bits >= 0x80) {
            return false;
        }
        utf8 = {m_at + 2, size};
        m_memo.push(static_cast<std::uint32_t>(m_at - m_begin));
        m_at += 3 + size;
        return true;
    }
    bool anyText(std::string_view& utf8);
    bool newText(std::string_view& utf8);
    bool largeInteger(std::string_view& twosComplement);
    bool textAt(const char* at, std::string_view& utf8);
    bool global(std::string_view module, std::string_view qualname);
    bool newGlobal(Global& global);

    Place place() const { return {m_at, m_limit, m_memo.size(), m_inFrame, m_depth}; }
    /// Back to where it was, if that has not been done too often. What is read twice is bounded.
    bool goBack(const Place& to);

    /// Behind the empty container: batches between marks, or one item without. Where the next
    /// opcode could be an item as well as what comes after the container, it is tried.
    template <class Items, class Read> bool batches(Items& items, Op one, Op many, Read& read)
    {
        bool mayFollow = true;
        while (mayFollow && next() == Op::Mark) {
            const Place before = place();
            const std::size_t size = items.size();
            ++m_at;
            if (!batch(items, many, read)) {
                return size == 0 && (items.clear(), goBack(before));
            }
            mayFollow = items.size() != size && items.size() % 1000 == 0;
        }
        if (one == Op::Mark || !mayFollow || endsAContainer(next())) {
            return true;
        }
        const Place before = place();
        if (items.size() != 0) {
            return true; // a last one alone: only Python's own pickler writes it so
        }
        if (read() && take(one)) {
            return true;
        }
        items.clear();
        return goBack(before);
    }
    template <class Items, class Read> bool batch(Items&, Op many, Read& read)
    {
        for (;;) {
            if (next() == many) {
                ++m_at;
                return true;
            }
            if (!read()) {
                return false;
            }
        }
    }
    static bool endsATuple(Op op, std::size_t count)
    {
        constexpr Op tuples[] = {Op::EmptyTuple, Op::Tuple1, Op::Tuple2, Op::Tuple3};
        return op == tuples[count];
    }
    static bool endsAContainer(Op op)
    {
        return op == Op::Appends || op == Op::Append || op == Op::SetItems || op == Op::SetItem ||
               op == Op::Build || op == Op::Stop || (op >= Op::Tuple1 && op <= Op::Tuple3) ||
               op == Op::Tuple || op == Op::AddItems;
    }

    const char* const m_begin;
    const char* const m_end;
    const char* m_at;
    const char* m_limit; // the end of the frame we are in, or of the message
    bool m_inFrame = false;
    int m_depth = 0;
    std::size_t m_readTwice = 0;
    const std::size_t m_mostReadTwice;
    SmallStack<std::uint32_t, 256> m_memo; // where the opcodes are
    SmallStack<Global, 8> m_globals;
};

} // namespace poolscope

#include "core/pickle/direct_reading.h"

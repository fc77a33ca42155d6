// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Writes one pickle while its object is looked at, with no document between: the bytes are those of
// a PickleWriter for the same object. What it cannot write so (what needs lowering, or sharing)
// makes it give up, and then somebody takes the way through a document.

#include "core/pickle/framed_output.h"
#include "core/pickle/number_bytes.h"
#include "core/pickle/prelude.h"

#include <array>
#include <map>
#include <string_view>

namespace poolscope {

class DirectWriter final {
public:
    DirectWriter(int protocol, Buffer& out);
    /// What stands in front as it always does; numbered next, so once and before anything that is
    /// numbered. It outlives the writer.
    void prelude(const Prelude& prelude);
    /// Whether all was written; otherwise nothing was.
    bool finish();
    void giveUp() { m_gaveUp = true; }
    bool gaveUp() const { return m_gaveUp; }

    void none() { leaf(Op::None); }
    void boolean(bool value) { leaf(value ? Op::NewTrue : Op::NewFalse); }
    template <class Number> void number(Number value) ///< std::int64_t or double
    {
        m_out.openWindow();
        m_out.wrote(putNumber(m_out.next(), value));
    }
    void bigInteger(std::string_view twosComplement); ///< more than 8 bytes, minimal
    /// The same, of the first `size` bytes.
    void bigInteger(const std::array<char, 40>& bytes, std::size_t size)
    {
        m_out.boundary();
        char* place = m_out.place(2 + bytes.size());
        place[0] = static_cast<char>(Op::Long1);
        place[1] = static_cast<char>(size);
        std::memcpy(place + 2, bytes.data(), bytes.size()); // what is too much is written over
        m_out.wrote(place + 2 + size);
    }
    void text(std::string_view utf8) ///< gives up where it is no UTF-8
    {
        if (utf8.size() <= shortText && m_protocol >= 4 && isShortAscii(utf8)) {
            shortAscii(utf8);
        } else {
            longText(utf8);
        }
    }
    void bytes(std::string_view bytes);

    /// Items of a list, tuple, dict or set, or a part of them: `write` is called with each.
    template <class Items, class Write> void list(const Items& items, Write write)
    {
        begin(Op::EmptyList);
        batches(items, Op::Append, Op::Appends, write);
    }
    /// A list of so many items that somebody writes himself, one after the other:
    /// `writeRun(first, count)`, for all of them in their order.
    template <class WriteRun> void listOfRuns(std::size_t size, WriteRun writeRun)
    {
        begin(Op::EmptyList);
        for (std::size_t first = 0; first < size && !m_gaveUp; first += batchSize) {
            const std::size_t count = size - first < batchSize ? size - first : batchSize;
            size == 1 ? void() : m_out.put(Op::Mark);
            writeRun(first, count);
            m_out.put(size == 1 ? Op::Append : Op::Appends);
        }
    }
    /// Numbers as numbers() has them, one after the other and nothing around them; behind the last.
    template <class Number, class Iterator> Iterator numberRow(Iterator at, std::size_t count)
    {
        while (count != 0) {
            m_out.openWindow();
            char* next = m_out.next();
            for (char* const stop = m_out.stop(); count != 0 && next < stop; ++at, --count) {
                next = putNumber(next, static_cast<Number>(*at));
            }
            m_out.wrote(next);
        }
        return at;
    }
    template <class Items, class Write> void dict(const Items& items, Write write)
    {
        begin(Op::EmptyDict);
        batches(items, Op::SetItem, Op::SetItems, write);
        endEmpty(items.size(), Op::SetItems);
    }
    template <class Items, class Write> void set(const Items& items, Write write)
    {
        if (m_protocol < 4) {
            return giveUp();
        }
        begin(Op::EmptySet);
        batches(items, Op::Mark, Op::AddItems, write);
        endEmpty(items.size(), Op::AddItems);
    }
    /// A list of std::int64_t or double, or of what becomes one by a cast.
    template <class Number, class Items> void numbers(const Items& items)
    {
        begin(Op::EmptyList);
        auto at = items.begin();
        for (std::size_t left = items.size(); left != 0;) {
            const std::size_t count = left < batchSize ? left : batchSize;
            const bool alone = items.size() == 1;
            alone ? void() : m_out.put(Op::Mark);
            at = numberRow<Number>(at, count);
            m_out.put(alone ? Op::Append : Op::Appends);
            left -= count;
        }
    }
    void beginTuple(std::size_t size)
    {
        m_out.boundary();
        if (size > 3) {
            m_out.put(Op::Mark);
        }
    }
    void endTuple(std::size_t size)
    {
        constexpr Op tuples[] = {Op::EmptyTuple, Op::Tuple1, Op::Tuple2, Op::Tuple3};
        m_out.put(size > 3 ? Op::Tuple : tuples[size]);
        if (size != 0) {
            memoize();
        }
    }

    /// cls.__new__(cls), then a state if there is one: beginState(), the state, endState(). The
    /// names outlive the writer. Gives up below protocol 4.
    void object(const char* module, const char* qualname);
    void endState() { m_out.put(Op::Build); }
    /// The state as a dict of so many named fields: each name() and its value, then endFields().
    void beginFields(std::size_t count);
    void name(const char* name);
    void endFields(std::size_t count)
    {
        m_out.put(count == 1 ? Op::SetItem : Op::SetItems);
        endEmpty(count, Op::SetItems);
    }

private:
    static constexpr std::size_t batchSize = 1000;
    static constexpr std::size_t shortText = 24;

    static bool isShortAscii(std::string_view text)
    {
        unsigned char bits = 0;
        for (const char byte : text) {
            bits |= static_cast<unsigned char>(byte);
        }
        return bits < 0x80;
    }
    void leaf(Op op)
    {
        m_out.boundary();
        m_out.put(op);
    }
    void begin(Op empty)
    {
        leaf(empty);
        memoize();
    }
    void memoize()
    {
        const std::uint32_t number = m_memoized++;
        if (m_protocol >= 4) {
            m_out.put(Op::Memoize);
        } else if (number < 256) {
            m_out.put(Op::BinPut, number, 1);
        } else {
            m_out.put(Op::LongBinPut, number, 4);
        }
    }
    void get(std::uint32_t number)
    {
        m_out.boundary();
        if (number < 256) {
            m_out.put(Op::BinGet, number, 1);
        } else {
            m_out.put(Op::LongBinGet, number, 4);
        }
    }
    /// In one window of FramedOutput.
    void shortAscii(std::string_view text)
    {
        m_out.openWindow();
        char* place = m_out.next();
        place[0] = static_cast<char>(Op::ShortBinUnicode);
        place[1] = static_cast<char>(text.size());
        std::memcpy(place + 2, text.data(), text.size());
        place += 2 + text.size();
        *place = static_cast<char>(Op::Memoize);
        m_out.wrote(place + 1);
        ++m_memoized;
    }
    void longText(std::string_view utf8);
    template <class Items, class Write>
    void batches(const Items& items, Op one, Op many, Write& write)
    {
        const bool alone = items.size() == 1 && one != Op::Mark;
        auto at = items.begin();
        for (std::size_t left = items.size(); left != 0 && !m_gaveUp;) {
            const std::size_t count = left < batchSize ? left : batchSize;
            alone ? void() : m_out.put(Op::Mark);
            for (std::size_t i = 0; i < count; ++i, ++at) {
                write(*at);
            }
            m_out.put(alone ? one : many);
            left -= count;
        }
    }
    void endEmpty(std::size_t size, Op many)
    {
        if (size != 0 && size % batchSize == 0) {
            m_out.put(Op::Mark);
            m_out.put(many);
        }
    }
    void newName(const char* name, std::uint32_t& known);
    void global(const char* module, const char* qualname);

    /// Names by their address, as names of one class come again and again.
    struct Known {
        const char* name;
        const char* module; ///< of a global
        std::uint32_t number;
    };
    Known& known(const char* name, const char* module)
    {
        if (!m_knowsNames) { // most messages have none
            m_knowsNames = true;
            m_known.fill({});
        }
        const auto hash =
            reinterpret_cast<std::uintptr_t>(name) * 3 + reinterpret_cast<std::uintptr_t>(module);
        return m_known[(hash ^ hash >> 7) % m_known.size()];
    }

    const int m_protocol;
    FramedOutput m_out;
    bool m_gaveUp = false;
    std::uint32_t m_memoized = 0;
    bool m_knowsNames = false;
    const Prelude* m_prelude = nullptr;
    std::array<Known, 128> m_known;
    std::map<std::string_view, std::uint32_t> m_names;
    std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> m_globals;
};

} // namespace poolscope

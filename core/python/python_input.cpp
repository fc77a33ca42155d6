// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/python/python_input.h"

#include "core/python/interpreter.h"

#include <cstring>

namespace poolscope {

namespace {

constexpr std::int32_t failed = -1; ///< in place of a length: then the error follows

/// Items as Values that look into the bytes they came in.
class PythonRow final : public Items {
public:
    std::size_t size() const override { return m_values.size(); }
    Result<Value> reduce(std::size_t i, Document& document, const Registry&) const override
    {
        return document.copy(m_values[i]);
    }
    Result<void> add(Buffer bytes)
    {
        m_bytes.push_back(std::move(bytes));
        auto value = readPickle(m_bytes.back().view(), m_document);
        if (!value) {
            return value.error();
        }
        m_values.push_back(*value);
        return {};
    }

private:
    std::vector<Buffer> m_bytes; // a Buffer that moves leaves its bytes where they are
    Document m_document;
    std::vector<Value> m_values;
};

class PythonInput final : public Input {
public:
    PythonInput(PythonPlace place, std::string file, PythonItems items)
        : m_place(std::move(place)), m_file(std::move(file)), m_items(std::move(items))
    {}

    std::uint64_t size() const override { return m_items.count.value_or(unknownSize); }

    Result<std::shared_ptr<const Items>> take(std::uint64_t first, std::size_t count) override
    {
        if (first != m_next) {
            return Error{"ValueError", "Items of " + m_items.name + " come once, in their order.", {}};
        }
        auto row = std::make_shared<PythonRow>();
        while (row->size() < count && !m_over) {
            if (auto taken = takeOne(*row); !taken) {
                return taken.error();
            }
        }
        m_next += row->size();
        return std::shared_ptr<const Items>(std::move(row));
    }

private:
    Result<void> takeOne(PythonRow& row)
    {
        auto length = takeLength();
        if (!length) return length.error();
        m_over = *length == 0 || *length == failed;
        if (*length == 0) return {};
        const auto size = *length == failed ? takeLength() : length;
        if (!size) return size.error();
        if (*size < 0) {
            return Error{"ValueError", "What gives " + m_items.name + " says what cannot be.", {}};
        }
        Buffer bytes;
        if (auto got = takeBytes(static_cast<std::uint32_t>(*size), bytes); !got) return got;
        return *length == failed ? errorIn(bytes) : row.add(std::move(bytes));
    }

    Result<std::int32_t> takeLength()
    {
        Buffer bytes;
        if (auto got = takeBytes(sizeof(std::int32_t), bytes); !got) return got.error();
        std::int32_t length = 0;
        std::memcpy(&length, bytes.data(), sizeof length);
        return length;
    }

    Result<void> takeBytes(std::size_t count, Buffer& bytes)
    {
        if (!m_asked) {
            auto asked = AskedInterpreter::start(m_place, {"input", m_file, m_items.name});
            if (!asked) return asked.error();
            m_asked = std::move(*asked);
        }
        if (auto got = m_asked->read(count, bytes); !got) return got;
        if (bytes.size() == count) return {};
        m_over = true;
        return Error{"ValueError",
                     "Python ended before " + m_items.name + " had given all of its items.",
                     {}};
    }

    Result<void> errorIn(const Buffer& bytes) const
    {
        Document document;
        const auto told = readPickle(bytes.view(), document);
        Error error{"ValueError", m_items.name + " failed.", {}};
        const auto textAt = [&](std::size_t i) {
            return (*told)[i].kind() == Kind::Str ? std::string((*told)[i].text()) : std::string();
        };
        if (told && told->kind() == Kind::Tuple && told->size() == 3) {
            error.kind = textAt(0);
            error.text = m_items.name + " failed: " + error.kind + ": " + textAt(1);
            error.where = textAt(2);
        }
        return error;
    }

    const PythonPlace m_place;
    const std::string m_file;
    const PythonItems m_items;
    std::unique_ptr<AskedInterpreter> m_asked;
    std::uint64_t m_next = 0;
    bool m_over = false;
};

} // namespace

std::shared_ptr<Input> pythonInput(const PythonPlace& place, const std::string& file,
                                   const PythonItems& items)
{
    return std::make_shared<PythonInput>(place, file, items);
}

} // namespace poolscope

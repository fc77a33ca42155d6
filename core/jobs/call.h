// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The calls of one chunk, without their types: arguments and results are Items, the calls between
// them are a Batch, and what is called is a Callable. Each stage of a chunk (unpickle, compute,
// pickle) is one method here, so that each can be timed alone.

#include "core/reduce/reduce.h"

#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <typeinfo>

namespace poolscope {

/// A row of objects: arguments that have not been pickled yet, or results. C++ objects of one type,
/// or Values.
class Items {
public:
    virtual ~Items() = default;
    virtual std::size_t size() const = 0;
    /// Object `i` as a Value in `document`. This is where reducers run: it counts as pickling. The
    /// Value may look into the object (strings, bytes), so the items outlive its use.
    virtual Result<Value> reduce(std::size_t i, Document& document,
                                 const Registry& registry) const = 0;
    /// Object `i` itself where it is a C++ object of exactly this type, otherwise null.
    virtual const void* peek(std::size_t i, const std::type_info& type) const
    {
        (void)i;
        (void)type;
        return nullptr;
    }
    /// All objects side by side where they are C++ objects of exactly this type and none is missing,
    /// otherwise null.
    virtual const void* row(const std::type_info& type) const
    {
        (void)type;
        return nullptr;
    }
    /// Writes the objects from `first` on, one behind the other and with no Values between, or
    /// gives up. Hooks of classes run here, and what they throw comes through.
    virtual void write(std::size_t first, std::size_t count, DirectWriting& writing) const
    {
        (void)first;
        (void)count;
        writing.out.giveUp();
    }
};

/// Where a row of tasks notes how far it is. Others look on, and after a death it names the task
/// that ran: the one begun last, while it is not among the finished.
struct TaskMarks {
    std::atomic<std::uint64_t>& begun;
    std::atomic<std::uint64_t>& finished;
    const std::atomic<bool>* stop = nullptr;     ///< where it is set, no further task is begun
    const std::atomic<std::uint64_t>& abandoned; ///< nor where it is the serial number of the chunk
    std::uint64_t chunk = 0;

    bool told() const
    {
        return abandoned.load(std::memory_order_relaxed) == chunk ||
               (stop != nullptr && stop->load(std::memory_order_relaxed));
    }
};

/// The calls of one chunk. load() every argument, run() each, look at the results; clear() makes it
/// ready for the next chunk.
class Batch {
public:
    virtual ~Batch() = default;
    /// Takes the next argument from a pickle. An error is that task's failure and takes its index.
    virtual Result<void> load(Value argument, const Registry& registry) = 0;
    /// Takes argument `i` of `items` with no pickle between (threads, serial).
    virtual Result<void> load(const Items& items, std::size_t i, const Registry& registry) = 0;
    /// Takes items first … first+count-1, where they lie, if they are C++ objects of the right type:
    /// then they outlive the runs. Otherwise nothing, and they are loaded one by one.
    virtual bool borrow(const Items& items, std::size_t first, std::size_t count) = 0;
    /// Takes all arguments of a tuple that is read piece by piece, and says how many. None where
    /// something is unusual: then the batch is cleared and the message read by way of Values.
    virtual std::optional<std::size_t> load(DirectReading& reading) = 0;
    /// Calls the function on argument `i` (in the order of loading); may be called again (probe).
    /// Throws what the function throws: a TaskError names its own kind.
    virtual void run(std::size_t i) = 0;
    /// The same for the arguments first … end-1, all of which were loaded, each noted in `marks`.
    /// Returns where it stopped. What a task throws comes through; `marks.begun` names it.
    virtual std::size_t run(std::size_t first, std::size_t end, const TaskMarks& marks) = 0;
    /// Writes all results as a list with no Values between, or gives up.
    virtual void writeResults(DirectWriting& writing) const = 0;
    /// The results, as many as were loaded; only those that ran may be asked for. Takes them away
    /// from the batch, so that they outlive it.
    virtual std::unique_ptr<Items> takeResults() = 0;
    virtual void clear() = 0; ///< forgets arguments and results; memory is kept for the next
};

/// Results that come home, one answer behind the other: a row that grows only at its end and never
/// moves, so that others may look at what is in it while it grows.
class GrowingItems : public Items {
public:
    /// Adds a list of `count` objects; false leaves the row as it was.
    virtual bool read(DirectReading& reading, std::size_t count) = 0;
    virtual std::size_t room() const = 0; ///< so many more it takes
};

/// What is called: a function, a bound method, a function with some parameters fixed.
class Callable {
public:
    virtual ~Callable() = default;
    /// As it travels: a Global, getattr(object, name), functools.partial(…). The error of an object
    /// that cannot travel has the path from here: "(bound method BigPow.pow).__self__.pool".
    virtual Result<Value> reduce(Document& document, const Registry& registry) const = 0;
    /// Why reduce() refuses, as data: paths as in its error, and what the attributes beside the
    /// culprits weigh in `protocol`. None where nothing more is known than the error says.
    virtual std::optional<Unpicklability> explain(const Registry& registry, int protocol) const
    {
        (void)registry;
        (void)protocol;
        return std::nullopt;
    }
    virtual std::unique_ptr<Batch> batch(std::size_t expected) const = 0;
    /// For so many results of this call; null where they are not known by their type.
    virtual std::shared_ptr<GrowingItems> resultRow(std::size_t capacity) const
    {
        (void)capacity;
        return nullptr;
    }
    /// As a person reads it: "power", "BigPow.pow".
    virtual std::string name() const = 0;
};

/// Where the arguments of a call come from. take() is called by one thread at a time.
class Input {
public:
    /// size() of an input that nobody can count before it has ended.
    static constexpr std::uint64_t unknownSize = ~std::uint64_t{0};

    virtual ~Input() = default;
    virtual std::uint64_t size() const = 0;
    /// Whether take() neither waits nor runs anybody's code: then many items are taken at once, and a
    /// short call needs no thread to feed it.
    virtual bool isReady() const { return false; }
    /// Items first … first+count-1. Fewer end the call behind them, which is an error where size() had
    /// promised more. An error, or what it throws, ends the call too: the items before it are run.
    virtual Result<std::shared_ptr<const Items>> take(std::uint64_t first, std::size_t count) = 0;
};

/// Some of a row of objects: a value, which keeps the row. Counted from its own first one.
class ItemsPart final : public Items {
public:
    ItemsPart() = default;
    ItemsPart(std::shared_ptr<const Items> items, std::size_t offset, std::size_t count)
        : m_items(std::move(items)), m_offset(offset), m_count(count)
    {}
    /// All of it.
    template <class T>
    ItemsPart(std::shared_ptr<T> items)
        : m_items(std::move(items)), m_count(m_items ? m_items->size() : 0)
    {}
    template <class T>
    ItemsPart(std::unique_ptr<T> items) : ItemsPart(std::shared_ptr<const Items>(std::move(items)))
    {}

    /// Takes in what follows it at once in the same row; false, and nothing happens, where it does not.
    bool join(const ItemsPart& next)
    {
        const bool follows = next.m_items == m_items && next.m_offset == m_offset + m_count;
        m_count += follows ? next.m_count : 0;
        return follows;
    }
    explicit operator bool() const { return m_items != nullptr; }
    const ItemsPart& operator*() const { return *this; }
    const ItemsPart* operator->() const { return this; }

    std::size_t size() const override { return m_count; }
    Result<Value> reduce(std::size_t i, Document& document, const Registry& registry) const override
    {
        return m_items->reduce(m_offset + i, document, registry);
    }
    const void* peek(std::size_t i, const std::type_info& type) const override
    {
        return m_items->peek(m_offset + i, type);
    }
    const void* row(const std::type_info& type) const override
    {
        const bool isRow = m_count != 0 && m_items->row(type) != nullptr;
        return isRow ? m_items->peek(m_offset, type) : nullptr;
    }
    void write(std::size_t first, std::size_t count, DirectWriting& writing) const override
    {
        m_items->write(m_offset + first, count, writing);
    }

private:
    std::shared_ptr<const Items> m_items;
    std::size_t m_offset = 0;
    std::size_t m_count = 0;
};

/// Values as items (JSON input, results that came home).
class ValueItems final : public Items {
public:
    ValueItems(std::unique_ptr<Document> document, std::vector<Value> values)
        : m_document(std::move(document)), m_values(std::move(values))
    {}
    std::size_t size() const override { return m_values.size(); }
    Result<Value> reduce(std::size_t i, Document& document,
                         const Registry& registry) const override;
    Value at(std::size_t i) const { return m_values[i]; }

private:
    std::unique_ptr<Document> m_document;
    std::vector<Value> m_values;
};

} // namespace poolscope

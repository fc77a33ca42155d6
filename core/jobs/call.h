// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The calls of one chunk, without their types: arguments and results are Items, the calls between
// them are a Batch, and what is called is a Callable. Each stage of a chunk (unpickle, compute,
// pickle) is one method here, so that each can be timed alone.

#include "core/reduce/reduce.h"

#include <cstddef>
#include <memory>
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
};

/// The calls of one chunk. load() every argument, run() each, look at results().
class Batch {
public:
    virtual ~Batch() = default;
    /// Takes the next argument from a pickle. An error is that task's failure and takes its index.
    virtual Result<void> load(Value argument, const Registry& registry) = 0;
    /// Takes argument `i` of `items` with no pickle between (threads, serial).
    virtual Result<void> load(const Items& items, std::size_t i, const Registry& registry) = 0;
    /// Calls the function on argument `i` (in the order of loading); may be called again (probe).
    /// Throws what the function throws: a TaskError names its own kind.
    virtual void run(std::size_t i) = 0;
    /// The results, as many as were loaded; only those that ran may be asked for. Takes them away
    /// from the batch, so that they outlive it.
    virtual std::unique_ptr<Items> takeResults() = 0;
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

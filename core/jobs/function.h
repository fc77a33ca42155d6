// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A C++ function in the catalogue:
//
//     const auto power = catalogue.add("poolscope.jobs", "power",
//                                      [](const Integer& x, int n) { … }, Keyword{"n", 10});
//     std::shared_ptr<const Callable> callable = power(100);
//
// The first parameter is the item; the others are keywords, each with a name and a default. It
// travels as a Python programmer would write it: the bare function where all keywords have their
// defaults, otherwise functools.partial(power, n=100).

#include "core/jobs/batch.h"
#include "core/jobs/catalogue.h"
#include "core/jobs/star.h"
#include "core/jobs/typed_callable.h"

namespace poolscope {

/// A parameter that is fixed for a whole call, by name.
template <class T> struct Keyword {
    const char* name;
    T initial;
};
template <class T> Keyword(const char*, T) -> Keyword<T>;

/// The first of a tuple of types, and the others.
template <class Tuple> struct Parameters;
template <class First, class... Rest> struct Parameters<std::tuple<First, Rest...>> {
    using Item = First;
    using Keywords = std::tuple<Rest...>;
    static constexpr std::size_t keywordCount = sizeof...(Rest);
};

/// What a catalogue knows of one function; never changed once it is added.
template <class F> struct FunctionDefinition {
    using Item = typename Parameters<typename Signature<F>::Arguments>::Item;
    using Keywords = typename Parameters<typename Signature<F>::Arguments>::Keywords;
    static constexpr std::size_t keywordCount =
        Parameters<typename Signature<F>::Arguments>::keywordCount;

    std::string module;
    std::string qualname;
    F function;
    std::array<const char*, keywordCount> names;
    Keywords initial;
};

/// A function with its keywords.
template <class F> class FunctionCall final : public Callable {
    using Definition = FunctionDefinition<F>;

public:
    FunctionCall(std::shared_ptr<const Definition> definition,
                 typename Definition::Keywords keywords)
        : m_definition(std::move(definition)), m_keywords(std::move(keywords))
    {}

    Result<Value> reduce(Document& document, const Registry& registry) const override;
    std::unique_ptr<Batch> batch(std::size_t expected) const override
    {
        return typedBatch<typename Definition::Item>(call(), expected);
    }
    std::shared_ptr<GrowingItems> resultRow(std::size_t capacity) const override
    {
        return typedRow<typename Definition::Item>(call(), capacity);
    }
    std::string name() const override { return m_definition->qualname; }

private:
    auto call() const
    {
        return [definition = m_definition,
                keywords = m_keywords](const typename Definition::Item& item) -> decltype(auto) {
            return std::apply(
                [&](const auto&... keyword) -> decltype(auto) {
                    return definition->function(item, keyword...);
                },
                keywords);
        };
    }
    using Pairs = std::vector<std::pair<Value, Value>>;
    /// Adds keyword `i` where it differs from its default.
    template <std::size_t i>
    Result<void> addKeyword(Pairs& pairs, Document& document, const Registry& registry) const;
    template <std::size_t... i>
    Result<Pairs> differing(Document& document, const Registry& registry,
                            std::index_sequence<i...>) const;

    std::shared_ptr<const Definition> m_definition;
    typename Definition::Keywords m_keywords;
};

/// The handle that Catalogue::add gives: makes what a call needs.
template <class F> class Function final {
    using Definition = FunctionDefinition<F>;

public:
    explicit Function(std::shared_ptr<const Definition> definition)
        : m_definition(std::move(definition))
    {}

    /// With its defaults, or with all keywords given in their order.
    template <class... Given> auto operator()(Given... keywords) const
    {
        using Typed = TypedCallable<typename Signature<F>::Result, typename Definition::Item>;
        if constexpr (sizeof...(Given) == 0) {
            return Typed(std::make_shared<FunctionCall<F>>(m_definition, m_definition->initial));
        } else {
            static_assert(sizeof...(Given) == Definition::keywordCount);
            return Typed(std::make_shared<FunctionCall<F>>(
                m_definition, typename Definition::Keywords(std::move(keywords)...)));
        }
    }
    /// With the keywords that travelled.
    Result<std::shared_ptr<const Callable>> fromKeywords(Value given,
                                                         const Registry& registry) const;

private:
    template <std::size_t... i>
    Result<void> set(typename Definition::Keywords& keywords, std::string_view name, Value value,
                     const Registry& registry, std::index_sequence<i...>) const;
    template <std::size_t i>
    Result<void> setOne(typename Definition::Keywords& keywords, Value value,
                        const Registry& registry) const;

    std::shared_ptr<const Definition> m_definition;
};

template <class F, class... Ts>
auto Catalogue::add(std::string module, std::string qualname, F callee, Keyword<Ts>... keywords)
{
    auto function = withOneItem<sizeof...(Ts)>(std::move(callee));
    using Called = decltype(function);
    using Definition = FunctionDefinition<Called>;
    static_assert(sizeof...(Ts) == Definition::keywordCount,
                  "each parameter behind the item needs a Keyword with its name and default");
    typename Definition::Keywords initial(std::move(keywords.initial)...);
    const Function<Called> handle(std::make_shared<const Definition>(
        Definition{module, qualname, std::move(function), {keywords.name...}, std::move(initial)}));
    addFunction(std::move(module), std::move(qualname),
                [handle](Value given, const Registry& registry) {
                    return handle.fromKeywords(given, registry);
                });
    return handle;
}

template <class F>
Result<Value> FunctionCall<F>::reduce(Document& document, const Registry& registry) const
{
    const Result<Pairs> pairs =
        differing(document, registry, std::make_index_sequence<Definition::keywordCount>{});
    if (!pairs.ok()) {
        return pairs.error();
    }
    const Value function = document.global(m_definition->module, m_definition->qualname);
    return pairs->empty() ? function : partial(document, function, *pairs);
}

template <class F>
template <std::size_t i>
Result<void> FunctionCall<F>::addKeyword(Pairs& pairs, Document& document,
                                         const Registry& registry) const
{
    if (std::get<i>(m_keywords) == std::get<i>(m_definition->initial)) {
        return {};
    }
    const std::string_view name = m_definition->names[i];
    const Result<Value> value = toValue(std::get<i>(m_keywords), document, registry);
    if (!value.ok()) {
        Error error = value.error();
        error.path = ".keywords['" + std::string(name) + "']" + error.path;
        return error;
    }
    pairs.emplace_back(document.interned(name), *value);
    return {};
}

template <class F>
template <std::size_t... i>
auto FunctionCall<F>::differing(Document& document, const Registry& registry,
                                std::index_sequence<i...>) const -> Result<Pairs>
{
    Pairs pairs;
    Result<void> added;
    static_cast<void>(
        ((added = addKeyword<i>(pairs, document, registry), added.ok()) && ... && true));
    if (!added.ok()) {
        return added.error();
    }
    return pairs;
}

template <class F>
Result<std::shared_ptr<const Callable>> Function<F>::fromKeywords(Value given,
                                                                  const Registry& registry) const
{
    typename Definition::Keywords keywords = m_definition->initial;
    for (std::size_t k = 0; given.valid() && k < given.size(); ++k) {
        const Value key = given.key(k);
        const std::string_view name = key.kind() == Kind::Str ? key.text() : std::string_view();
        Result<void> done = set(keywords, name, given.item(k), registry,
                                std::make_index_sequence<Definition::keywordCount>{});
        if (!done.ok()) {
            return done.error();
        }
    }
    return std::shared_ptr<const Callable>(
        std::make_shared<FunctionCall<F>>(m_definition, std::move(keywords)));
}

template <class F>
template <std::size_t... i>
Result<void> Function<F>::set([[maybe_unused]] typename Definition::Keywords& keywords,
                              [[maybe_unused]] std::string_view name, [[maybe_unused]] Value value,
                              [[maybe_unused]] const Registry& registry,
                              std::index_sequence<i...>) const
{
    Result<void> done =
        Error{"TypeError",
              m_definition->qualname + "() has no keyword argument '" + std::string(name) + "'.",
              {}};
    static_cast<void>(
        ((name == m_definition->names[i] && (done = setOne<i>(keywords, value, registry), true)) ||
         ... || false));
    return done;
}

template <class F>
template <std::size_t i>
Result<void> Function<F>::setOne(typename Definition::Keywords& keywords, Value value,
                                 const Registry& registry) const
{
    using T = std::tuple_element_t<i, typename Definition::Keywords>;
    Result<T> typed = fromValue<T>(value, registry);
    if (!typed.ok()) {
        return Error{"TypeError",
                     m_definition->qualname + "(" + m_definition->names[i] +
                         "=…): " + typed.error().text,
                     {}};
    }
    std::get<i>(keywords) = std::move(*typed);
    return {};
}

} // namespace poolscope

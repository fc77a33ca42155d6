// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A method of a described class in the catalogue:
//
//     const auto bigPow = catalogue.addMethod("pow", &BigPow::pow);
//     std::shared_ptr<const Callable> callable = bigPow(BigPow{.n = 10, .pool = &pool});
//
// It travels as Python's bound method does: getattr(object, "pow"). The parent keeps a copy of the
// object, the worker rebuilds it for a call: chunks that name it with the same bytes share it.

#include "core/jobs/batch.h"
#include "core/jobs/catalogue.h"
#include "core/jobs/typed_callable.h"

namespace poolscope {

/// A method and the object that it is called on.
template <class T, class R, class Item> class MethodCall final : public Callable {
public:
    using Pointer = R (T::*)(Item) const;
    MethodCall(std::string method, Pointer pointer, T object)
        : m_method(std::move(method)),
          m_pointer(pointer),
          m_object(std::make_shared<const T>(std::move(object)))
    {}

    Result<Value> reduce(Document& document, const Registry& registry) const override
    {
        const Result<Value> self = toValue(*m_object, document, registry);
        if (!self.ok()) {
            Error error = self.error();
            error.path = pathToSelf() + error.path;
            return error;
        }
        return boundMethod(document, *self, m_method);
    }
    std::optional<Unpicklability> explain(const Registry& registry, int protocol) const override
    {
        std::optional<Unpicklability> why = explainUnpicklable(*m_object, registry, protocol);
        if (why) {
            why->lieBehind(pathToSelf());
        }
        return why;
    }
    std::unique_ptr<Batch> batch(std::size_t expected) const override
    {
        return typedBatch<std::remove_cvref_t<Item>>(call(), expected);
    }
    std::shared_ptr<GrowingItems> resultRow(std::size_t capacity) const override
    {
        return typedRow<std::remove_cvref_t<Item>>(call(), capacity);
    }
    std::string name() const override { return Converter<T>::name() + "." + m_method; }

private:
    auto call() const
    {
        return [object = m_object,
                pointer = m_pointer](const std::remove_cvref_t<Item>& item) -> decltype(auto) {
            return ((*object).*pointer)(item);
        };
    }
    std::string pathToSelf() const { return "(bound method " + name() + ").__self__"; }

    std::string m_method;
    Pointer m_pointer;
    std::shared_ptr<const T> m_object;
};

/// The handle that Catalogue::addMethod gives: binds the method to an object.
template <class T, class R, class Item> class Method final {
public:
    using Pointer = typename MethodCall<T, R, Item>::Pointer;
    Method(std::string method, Pointer pointer) : m_method(std::move(method)), m_pointer(pointer) {}

    TypedCallable<R, Item> operator()(T object) const
    {
        return TypedCallable<R, Item>(
            std::make_shared<MethodCall<T, R, Item>>(m_method, m_pointer, std::move(object)));
    }

private:
    std::string m_method;
    Pointer m_pointer;
};

template <class T, class R, class Item>
Method<T, R, Item> Catalogue::addMethod(const std::string& name, R (T::*pointer)(Item) const)
{
    const std::string method =
        name.substr(name.rfind('.') + 1); // from its start where there is none
    static_assert(Described<T>, "a bound method travels with its object: write describe(Type<T>)");
    const Method<T, R, Item> handle(method, pointer);
    const auto description = describe(Type<T>{});
    addMethod(
        description.module(), description.qualname(), method,
        [handle](Value self, const Registry& registry) -> Result<std::shared_ptr<const Callable>> {
            Result<T> object = fromValue<T>(self, registry);
            if (!object.ok()) {
                return object.error();
            }
            return handle(std::move(*object));
        });
    return handle;
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/jobs/catalogue.h"

#include "core/jobs/nearest.h"

#include <algorithm>

namespace poolscope {

namespace {

Error notCallable(Value callable)
{
    const bool named = callable.kind() == Kind::Global;
    const std::string what =
        named ? std::string(callable.module()) + "." + std::string(callable.qualname())
              : repr(callable, 120);
    return {"UnpicklingError", what + " is not in the catalogue, so it is not called.", {}};
}

} // namespace

void Catalogue::addFunction(std::string module, std::string qualname, MakeFunction make)
{
    const bool added = m_functions.try_emplace(wireName(module, qualname), std::move(make)).second;
    assert(added && "two functions with one wire name");
    static_cast<void>(added);
}

void Catalogue::addMethod(std::string module, std::string className, std::string method,
                          MakeMethod make)
{
    const std::string name = wireName(module, className) + "." + method;
    const bool added = m_methods.try_emplace(name, std::move(make)).second;
    assert(added && "two methods with one wire name");
    static_cast<void>(added);
}

Result<std::shared_ptr<const Callable>> Catalogue::resolve(Value callable) const
{
    if (const auto method = asBoundMethod(callable)) {
        return resolveMethod(method->self, method->name);
    }
    if (const auto fixed = asPartial(callable)) {
        return resolveFunction(fixed->function, fixed->keywords);
    }
    return resolveFunction(callable, {});
}

Result<std::shared_ptr<const Callable>> Catalogue::resolveFunction(Value function,
                                                                   Value keywords) const
{
    if (function.kind() != Kind::Global) {
        return notCallable(function);
    }
    const auto found = m_functions.find(wireName(function.module(), function.qualname()));
    if (found == m_functions.end()) {
        return notCallable(function);
    }
    return found->second(keywords, m_registry);
}

Result<std::shared_ptr<const Callable>> Catalogue::resolveMethod(Value self,
                                                                 std::string_view name) const
{
    const std::string type = m_registry.classOf(self);
    const auto found = m_methods.find(type + "." + std::string(name));
    if (type.empty() || found == m_methods.end()) {
        return Error{"UnpicklingError",
                     "The method " + std::string(name) + " of " + repr(self, 120) +
                         " is not in the catalogue, so it is not called.",
                     {}};
    }
    return found->second(self, m_registry);
}

Result<std::shared_ptr<const Callable>> Catalogue::named(std::string_view name,
                                                         Value keywords) const
{
    const MakeFunction* found = nullptr;
    std::vector<std::string> names;
    for (const auto& [wire, make] : m_functions) {
        const std::string qualname = wire.substr(wire.find(':') + 1);
        if (wire == name) {
            return make(keywords, m_registry);
        }
        if (qualname == name && std::exchange(found, &make) != nullptr) {
            return Error{"ValueError",
                         "Several modules have a function \"" + std::string(name) +
                             "\": name it as module:" + std::string(name) + ".",
                         "function"};
        }
        names.push_back(qualname);
    }
    if (found == nullptr) {
        return Error{"ValueError",
                     "There is no function \"" + std::string(name) + "\"" +
                         didYouMean(name, names) + ": there are " + joined(names) + ".",
                     "function"};
    }
    return (*found)(keywords, m_registry);
}

void Catalogue::addJob(Job added)
{
    assert(job(added.name) == nullptr);
    const MutexLock lock(m_mutex);
    m_jobs.push_back(std::move(added));
}

const Job* Catalogue::job(std::string_view name) const
{
    const MutexLock lock(m_mutex);
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [&](const Job& job) { return job.name == name; });
    return found == m_jobs.end() ? nullptr : &*found;
}

Error Catalogue::unknownJob(std::string_view name) const
{
    std::vector<std::string> names;
    for (const Job& job : m_jobs) {
        names.push_back(job.name);
    }
    return {"ValueError",
            "There is no job \"" + std::string(name) + "\"" + didYouMean(name, names) +
                ": there are " + joined(names) + ".",
            "job"};
}

} // namespace poolscope

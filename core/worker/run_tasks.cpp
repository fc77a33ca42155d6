// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/run_tasks.h"

#include <cstdlib>
#include <cxxabi.h>
#include <exception>
#include <memory>
#include <new>
#include <typeinfo>

namespace poolscope {

namespace {

std::string typeName(const std::type_info& type)
{
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), &std::free);
    return status == 0 && name ? name.get() : type.name();
}

std::optional<Error> runOne(Batch& batch, std::size_t i)
{
    try {
        batch.run(i);
        return {};
    } catch (const TaskError& error) {
        return Error{error.kind(), error.what(), {}};
    } catch (const std::bad_alloc&) {
        return Error{memoryError, "The task asked for more memory than there is.", {}};
    } catch (const std::exception& error) {
        return Error{typeName(typeid(error)), error.what(), {}};
    } catch (...) {
        const std::type_info* type = abi::__cxa_current_exception_type();
        const std::string name = type != nullptr ? typeName(*type) : "unknown";
        return Error{name, "The task threw a " + name + ", which carries no message.", {}};
    }
}

void keep(std::vector<std::optional<Error>>& errors, std::size_t count, std::size_t i, Error error)
{
    errors.resize(count);
    errors[i] = std::move(error);
}

} // namespace

bool runTasks(Batch& batch, std::size_t count, std::vector<std::optional<Error>>& errors,
              StatusPage& page, const std::atomic<bool>* stop)
{
    const std::uint64_t chunk = page.chunk.load(std::memory_order_relaxed);
    for (std::size_t i = 0; i < count; ++i) {
        const bool stopped = stop != nullptr && stop->load(std::memory_order_relaxed);
        if (stopped || page.abandoned.load(std::memory_order_relaxed) == chunk) {
            return false;
        }
        if (errors.empty() || !errors[i]) {
            page.task.store(i, std::memory_order_release);
            if (auto error = runOne(batch, i)) {
                keep(errors, count, i, std::move(*error));
            }
            page.task.store(StatusPage::idle, std::memory_order_release);
        }
        page.finished.store(i + 1, std::memory_order_release);
    }
    return true;
}

std::optional<ChunkAnswer> runLocally(const Callable& callable, const Items& items,
                                      std::size_t first, std::size_t count,
                                      const Registry& registry, StatusPage& page,
                                      const std::atomic<bool>& stop)
{
    ChunkAnswer answer;
    const auto batch = callable.batch(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (auto loaded = batch->load(items, first + i, registry); !loaded) {
            keep(answer.errors, count, i, loaded.error());
        }
    }
    if (!runTasks(*batch, count, answer.errors, page, &stop)) {
        return {};
    }
    answer.results = batch->takeResults();
    return answer;
}

} // namespace poolscope

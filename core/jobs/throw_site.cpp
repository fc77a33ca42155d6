// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/jobs/throw_site.h"

#include "core/jobs/task_error.h"

#include <cstddef>
#include <cstdlib>
#include <cxxabi.h>
#include <exception>
#include <memory>
#include <new>
#include <typeinfo>

#include <unwind.h>

namespace poolscope {

namespace {

thread_local ThrowSite* innermost = nullptr; // the one whose handler an exception finds

/// The type of ThrowWatch, as who looks for a handler sees it: asked whether it catches, it notes and
/// declines.
class WatchType final : public std::type_info {
public:
    WatchType() : std::type_info("N9poolscope10ThrowWatchE") {}
    bool __do_catch(const std::type_info*, void**, unsigned) const override
    {
        if (innermost != nullptr) {
            innermost->note();
        }
        return false;
    }
};

/// How far a walk up the calls is.
struct Walk {
    std::array<std::uintptr_t, 8>& calls;
    std::size_t& count;
    std::size_t before = 0; ///< calls between here and the throw
    bool pastTheThrow = false;
};
constexpr std::size_t mostBefore = 16;

bool throws(std::uintptr_t function)
{
    return function == reinterpret_cast<std::uintptr_t>(&abi::__cxa_throw) ||
           function == reinterpret_cast<std::uintptr_t>(&abi::__cxa_rethrow) ||
           function == reinterpret_cast<std::uintptr_t>(&std::rethrow_exception);
}

_Unwind_Reason_Code take(_Unwind_Context* context, void* data)
{
    auto& walk = *static_cast<Walk*>(data);
    int isExact = 0;
    const std::uintptr_t next = _Unwind_GetIPInfo(context, &isExact);
    if (throws(_Unwind_GetRegionStart(context))) { // a sanitizer's comes behind the true one
        walk.pastTheThrow = true;
        walk.count = 0;
    } else if (walk.pastTheThrow) {
        walk.calls[walk.count++] = isExact != 0 ? next : next - 1;
    } else if (++walk.before == mostBefore) {
        return _URC_END_OF_STACK;
    }
    return walk.count == walk.calls.size() ? _URC_END_OF_STACK : _URC_NO_REASON;
}

std::string nameOf(const std::type_info& type)
{
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), &std::free);
    return status == 0 && name ? name.get() : type.name();
}

/// Of the exception that is being handled.
Error errorBeingHandled()
{
    try {
        throw;
    } catch (const TaskError& error) {
        return {error.kind(), error.what(), {}};
    } catch (const std::bad_alloc&) {
        return {memoryError, "The task asked for more memory than there is.", {}};
    } catch (const std::exception& error) {
        return {nameOf(typeid(error)), error.what(), {}};
    } catch (...) {
        const std::type_info* type = abi::__cxa_current_exception_type();
        const std::string name = type != nullptr ? nameOf(*type) : "unknown";
        return {name, "The task threw a " + name + ", which carries no message.", {}};
    }
}

} // namespace

// What a handler for ThrowWatch names, which the compiler leaves to who defines its destructor.
alignas(WatchType) std::byte watchType[sizeof(WatchType)] asm("_ZTIN9poolscope10ThrowWatchE");

ThrowSite::ThrowSite() : m_outer(innermost)
{
    [[maybe_unused]] static const auto* made = new (watchType) WatchType;
    innermost = this;
}

ThrowSite::~ThrowSite() { innermost = m_outer; }

void ThrowSite::note()
{
    m_count = 0;
    Walk walk{m_calls, m_count};
    _Unwind_Backtrace(&take, &walk);
}

Error ThrowSite::error() const
{
    Error error = errorBeingHandled();
    error.where = placeInCode({m_calls.data(), m_count});
    return error;
}

} // namespace poolscope

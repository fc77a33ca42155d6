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

extern "C" _Unwind_Reason_Code __gxx_personality_v0(int, _Unwind_Action, _Unwind_Exception_Class,
                                                    _Unwind_Exception*, _Unwind_Context*);

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
    bool found = false; ///< who throws
    int skip = 16;      ///< calls that are not the task's: until they are found, at most
};

template <class F> std::uintptr_t addressOf(F* function)
{
    return reinterpret_cast<std::uintptr_t>(function);
}

bool throws(std::uintptr_t function)
{
    return function == addressOf(&abi::__cxa_throw) || function == addressOf(&abi::__cxa_rethrow) ||
           function == addressOf(&std::rethrow_exception);
}

/// Handlers are asked by __gxx_personality_v0, that is called by who unwinds, and that by who throws. A
/// sanitizer has its own of both: that of the throw comes behind the true one, or not at all.
_Unwind_Reason_Code take(_Unwind_Context* context, void* data)
{
    auto& walk = *static_cast<Walk*>(data);
    const std::uintptr_t function = _Unwind_GetRegionStart(context);
    if (function == addressOf(&__gxx_personality_v0)) {
        walk.skip = 3;
        walk.found = true;
    } else if (throws(function)) {
        walk.skip = 1;
        walk.found = true;
        walk.count = 0;
    }
    if (walk.skip != 0) {
        return --walk.skip == 0 && !walk.found ? _URC_END_OF_STACK : _URC_NO_REASON;
    }
    int isExact = 0;
    const std::uintptr_t next = _Unwind_GetIPInfo(context, &isExact);
    walk.calls[walk.count++] = isExact != 0 ? next : next - 1;
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
    if (m_count == 0) { // in a program that has addresses of its own for these functions (-no-pie)
        Walk all{m_calls, m_count, true, 2};
        _Unwind_Backtrace(&take, &all); // the names tell
    }
}

Error ThrowSite::error() const
{
    Error error = errorBeingHandled();
    error.where = placeInCode({m_calls.data(), m_count});
    return error;
}

} // namespace poolscope

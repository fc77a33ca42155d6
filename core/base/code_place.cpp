// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/base/code_place.h"

#include "core/base/elf_names.h"
#include "core/base/thread_safety.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cxxabi.h>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include <link.h>
#include <unistd.h>

// What is used of libbacktrace, which comes with GCC and knows the lines of a program that has debug
// information. Its header lies where only GCC looks.
extern "C" {
struct backtrace_state;
using BacktraceError = void (*)(void* data, const char* text, int error);
backtrace_state* backtrace_create_state(const char* file, int threaded, BacktraceError, void* data);
int backtrace_pcinfo(backtrace_state*, std::uintptr_t at,
                     int (*found)(void* data, std::uintptr_t at, const char* file, int line,
                                  const char* function),
                     BacktraceError, void* data);
}

namespace poolscope {

namespace {

constexpr bool knowsLines = POOLSCOPE_HAS_BACKTRACE;
constexpr std::size_t longestName = 200;
constexpr std::size_t mostKept = 256; // places: failures come from the same ones again

/// One function that an address lies in; there are several where one was inlined in the other.
struct Named {
    std::string function;
    std::string file; ///< empty without debug information
    int line = 0;
};

std::string demangled(const char* name)
{
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> plain(
        abi::__cxa_demangle(name, nullptr, nullptr, &status), &std::free);
    std::string text = status == 0 && plain ? plain.get() : name;
    text.erase(std::min(text.find(" [clone"), text.size())); // "f() [clone .cold]"
    constexpr std::string_view whole =
        "std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >";
    for (std::size_t at = 0; (at = text.find(whole, at)) != std::string::npos;) {
        text.replace(at, whole.size(), "std::string");
    }
    return text;
}

void nothing(void*, const char*, int) {}

void add(void* names, const char* function, const char* file, int line)
{
    if (function != nullptr) {
        static_cast<std::vector<Named>*>(names)->push_back(
            {demangled(function), file != nullptr ? file : "", line});
    }
}

/// Nobody is helped by "thrown in std::vector::at", or by what has no name.
bool isOfTheLibrary(const Named& named)
{
    if (named.function.empty() || named.file.find("/include/c++/") != std::string::npos) {
        return true;
    }
    const std::string_view name =
        std::string_view(named.function).substr(0, named.function.find_first_of("(<"));
    constexpr std::array<std::string_view, 5> theirs{"std::", "__gnu_cxx::", "operator new", "__",
                                                     "_Unwind_"};
    return std::any_of(theirs.begin(), theirs.end(), [&](std::string_view first) {
        return name.starts_with(first) || name.find(" " + std::string(first)) != name.npos;
    });
}

std::string fileName(std::string_view path)
{
    return std::string(path.substr(path.rfind('/') + 1));
}

/// The program or library that an address lies in, and how far behind its begin.
struct Module {
    std::uintptr_t at = 0;
    std::string path; ///< that can be opened
    std::string name;
    std::uintptr_t offset = 0;
};

int lookInto(dl_phdr_info* info, std::size_t, void* data)
{
    auto& module = *static_cast<Module*>(data);
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& part = info->dlpi_phdr[i];
        const std::uintptr_t begin = info->dlpi_addr + part.p_vaddr;
        if (part.p_type == PT_LOAD && module.at >= begin && module.at - begin < part.p_memsz) {
            module.path = info->dlpi_name != nullptr ? info->dlpi_name : "";
            module.name = fileName(module.path);
            module.offset = module.at - info->dlpi_addr;
            return 1;
        }
    }
    return 0;
}

Module moduleOf(std::uintptr_t at)
{
    Module module{at, {}, {}, at};
    ::dl_iterate_phdr(&lookInto, &module);
    if (module.name.empty()) { // the program itself
        module.path = "/proc/self/exe";
        std::array<char, 4096> path;
        const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
        module.name = fileName({path.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))});
    }
    return module;
}

std::string textOf(const Named& named, const Module& module)
{
    std::string function = named.function;
    if (function.size() > longestName) {
        function = function.substr(0, longestName) + "…";
    }
    if (named.file.empty() || named.line == 0) {
        return function + " in " + module.name;
    }
    return fileName(named.file) + ":" + std::to_string(named.line) + " in " + function;
}

std::string textOf(const Module& module)
{
    std::array<char, 32> offset;
    std::snprintf(offset.data(), offset.size(), "+0x%zx", static_cast<std::size_t>(module.offset));
    return module.name + offset.data();
}

/// What was found already, and what libbacktrace has read: it gives nothing of that back, so there is one.
class ProgramNames final {
public:
    std::string placeOf(std::span<const std::uintptr_t> calls) EXCLUDES(m_mutex)
    {
        const std::vector<std::uintptr_t> key(calls.begin(), calls.end());
        const MutexLock lock(m_mutex);
        if (const auto known = m_places.find(key); known != m_places.end()) {
            return known->second;
        }
        if (m_places.size() >= mostKept) {
            m_places.clear();
        }
        return m_places[key] = find(calls);
    }

private:
    std::string find(std::span<const std::uintptr_t> calls) REQUIRES(m_mutex)
    {
        for (const std::uintptr_t call : calls) {
            const Module module = moduleOf(call);
            for (const Named& named : namesIn(module)) {
                if (!isOfTheLibrary(named)) {
                    return textOf(named, module);
                }
            }
        }
        return textOf(moduleOf(calls[0]));
    }

    /// The functions at a place, the innermost first. Lines are looked up only where there are any:
    /// libbacktrace begins by reading every library of the program.
    std::vector<Named> namesIn(const Module& module) REQUIRES(m_mutex)
    {
        std::vector<Named> names;
        const ElfName inFile = nameInFile(module.path, module.offset);
        if constexpr (knowsLines) {
            if (inFile.hasLines && m_state == nullptr) {
                m_state = backtrace_create_state(nullptr, 0, &nothing, nullptr);
            }
            if (inFile.hasLines && m_state != nullptr) {
                backtrace_pcinfo(
                    m_state, module.at,
                    [](void* to, std::uintptr_t, const char* file, int line, const char* function) {
                        add(to, function, file, line);
                        return 0;
                    },
                    &nothing, &names);
            }
        }
        if (names.empty()) {
            names.emplace_back();
        }
        if (!inFile.function.empty()) { // says more of the outermost than debug information may
            names.back().function = demangled(inFile.function.c_str());
        }
        return names;
    }

    Mutex m_mutex;
    backtrace_state* m_state GUARDED_BY(m_mutex) = nullptr;
    std::map<std::vector<std::uintptr_t>, std::string> m_places GUARDED_BY(m_mutex);
};

} // namespace

std::string placeInCode(std::span<const std::uintptr_t> calls)
{
    static ProgramNames names;
    try {
        return calls.empty() ? std::string() : names.placeOf(calls);
    } catch (const std::bad_alloc&) {
        return {};
    }
}

} // namespace poolscope

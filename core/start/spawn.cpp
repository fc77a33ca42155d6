// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/spawn.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace poolscope {

namespace {

/// What the child does with its descriptors between vfork and exec.
class FileActions final {
public:
    FileActions() { ::posix_spawn_file_actions_init(&m_actions); }
    ~FileActions() { ::posix_spawn_file_actions_destroy(&m_actions); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;

    /// 0 or an errno. A child's number may be another's source, so every source is first copied
    /// above all of them; and a dup2 onto itself would keep close-on-exec.
    int give(const std::vector<std::pair<int, int>>& descriptors)
    {
        int last = 2;
        for (const auto& [ours, theirs] : descriptors) {
            last = std::max(last, theirs);
        }
        for (const auto& [ours, theirs] : descriptors) {
            Descriptor& copy =
                m_copies.emplace_back(::fcntl(ours, F_DUPFD_CLOEXEC, std::max(64, last + 1)));
            if (!copy) {
                return errno;
            }
            ::posix_spawn_file_actions_adddup2(&m_actions, copy.get(), theirs);
        }
        closeOthers(descriptors, last);
        return 0;
    }

    const posix_spawn_file_actions_t* get() const { return &m_actions; }

private:
    void closeOthers(const std::vector<std::pair<int, int>>& descriptors, int last)
    {
        for (int fd = 3; fd <= last; ++fd) {
            const auto isFd = [fd](const auto& pair) { return pair.second == fd; };
            if (std::none_of(descriptors.begin(), descriptors.end(), isFd)) {
                ::posix_spawn_file_actions_addclose(&m_actions, fd);
            }
        }
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, last + 1);
    }

    posix_spawn_file_actions_t m_actions{};
    std::vector<Descriptor> m_copies;
};

/// The child begins with default dispositions and only SIGINT blocked: a Ctrl-C on the terminal
/// must not end it before it says in followParent() that it ignores it.
class Attributes final {
public:
    Attributes()
    {
        ::posix_spawnattr_init(&m_attributes);
        sigset_t set;
        sigfillset(&set);
        ::posix_spawnattr_setsigdefault(&m_attributes, &set);
        sigemptyset(&set);
        sigaddset(&set, SIGINT);
        ::posix_spawnattr_setsigmask(&m_attributes, &set);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    ~Attributes() { ::posix_spawnattr_destroy(&m_attributes); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

    const posix_spawnattr_t* get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes{};
};

/// A list of texts as exec wants it.
class Texts final {
public:
    void add(std::string text) { m_texts.push_back(std::move(text)); }
    std::vector<char*> pointers()
    {
        std::vector<char*> result;
        for (std::string& text : m_texts) {
            result.push_back(text.data());
        }
        result.push_back(nullptr);
        return result;
    }

private:
    std::vector<std::string> m_texts;
};

Texts argumentsOf(const SpawnRequest& request)
{
    Texts texts;
    texts.add(request.program);
    for (const std::string& argument : request.arguments) {
        texts.add(argument);
    }
    return texts;
}

Texts environmentWithOurPid()
{
    const std::string ours = std::string(parentVariable) + '=';
    Texts texts;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        if (!std::string_view(*entry).starts_with(ours)) {
            texts.add(*entry);
        }
    }
    texts.add(ours + std::to_string(::getpid()));
    return texts;
}

/// A program that was started as a worker and does not serve would start workers that do the same, and
/// so on until the machine is full. followParent() takes the variable away from who serves.
bool wasToServe()
{
    const char* parent = std::getenv(parentVariable);
    return parent != nullptr && std::strtol(parent, nullptr, 10) == ::getppid();
}

Error doesNotServe()
{
    return {
        "RuntimeError",
        "This program was started as a worker, but it starts workers itself: begin its main with "
        "serveIfWorker.",
        {}};
}

/// Takes a child of which we could get no pidfd back out of the world.
void undo(pid_t pid)
{
    ::kill(pid, SIGKILL);
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

} // namespace

Error cannotStart(const std::string& program, int reason)
{
    return {"OSError",
            "The worker program " + program +
                " cannot be started: " + std::generic_category().message(reason) + ".",
            {}};
}

Result<std::unique_ptr<Child>> spawnHere(const SpawnRequest& request)
{
    if (wasToServe()) {
        return doesNotServe();
    }
    FileActions actions;
    if (const int reason = actions.give(request.descriptors); reason != 0) {
        return cannotStart(request.program, reason);
    }
    const Attributes attributes;
    Texts arguments = argumentsOf(request);
    Texts environment = environmentWithOurPid();
    pid_t pid = 0;
    const int reason =
        ::posix_spawnp(&pid, request.program.c_str(), actions.get(), attributes.get(),
                       arguments.pointers().data(), environment.pointers().data());
    if (reason != 0) {
        return cannotStart(request.program, reason);
    }
    Descriptor pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    if (!pidfd) {
        const int why = errno;
        undo(pid);
        return cannotStart(request.program, why);
    }
    return std::make_unique<Child>(pid, std::move(pidfd));
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/process/process.h"

#include "core/process/luggage.h"
#include "core/process/process_wire.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include <poll.h>

namespace poolscope {

namespace {

Error within(const char* what, Error error)
{
    error.path = what + error.path;
    return error;
}

/// (function, argument), pickled, with what travels beside it.
Result<Buffer> messageOf(const Callable& function, const Items& argument, const Registry& registry)
{
    Document document;
    const auto called = function.reduce(document, registry);
    if (!called) {
        return within("function", called.error());
    }
    const auto given = argument.reduce(0, document, registry);
    if (!given) {
        return within("argument", given.error());
    }
    return pickled(document.tuple({*called, *given}));
}

SpawnRequest requestFor(const std::string& program, const std::string& name,
                        const Descriptor& message, const Luggage& luggage)
{
    SpawnRequest request;
    request.program = program;
    request.arguments = {processFlag, name, std::to_string(luggage.size())};
    request.descriptors.emplace_back(message.get(), processMessageFd);
    for (std::size_t i = 0; i < luggage.size(); ++i) {
        request.descriptors.emplace_back(luggage[i]->end.get(),
                                         processLuggageFd + static_cast<int>(i));
    }
    return request;
}

} // namespace

Process::Process(Starter& starter, const Catalogue& catalogue,
                 std::shared_ptr<const Callable> function, std::unique_ptr<const Items> argument,
                 ProcessOptions options)
    : m_starter(starter),
      m_catalogue(catalogue),
      m_function(std::move(function)),
      m_argument(std::move(argument)),
      m_name(options.name.empty() ? m_function->name() : std::move(options.name)),
      m_program(options.program.empty() ? programPath() : std::move(options.program))
{}

Process::~Process() = default;

Result<void> Process::start()
{
    if (m_child) {
        return Error{"AssertionError", "The process " + m_name + " has been started before.", {}};
    }
    Luggage luggage;
    const Registry registry = packing(m_catalogue.registry(), luggage);
    const auto bytes = messageOf(*m_function, *m_argument, registry);
    if (!bytes) {
        return bytes.error();
    }
    const Descriptor message = sealedMemory(bytes->view());
    if (!message) {
        return Error{"OSError",
                     "There is no memory for the arguments of " + m_name + ": " +
                         std::generic_category().message(errno) + ".",
                     {}};
    }
    auto child = m_starter.spawn(requestFor(m_program, m_name, message, luggage));
    if (!child) {
        return child.error();
    }
    m_child = std::move(*child);
    return {};
}

bool Process::join(const Timeout& timeout)
{
    if (!m_child) {
        return false;
    }
    if (!m_child->ended() && !awaitSocket(m_child->pidfd(), POLLIN, deadlineIn(timeout))) {
        return false;
    }
    m_child->wait();
    return true;
}

bool Process::isAlive() { return m_child && !m_child->ended(); }

void Process::terminate()
{
    if (m_child) {
        m_child->signal(SIGTERM);
    }
}

void Process::kill()
{
    if (m_child) {
        m_child->signal(SIGKILL);
    }
}

std::optional<int> Process::exitCode()
{
    const auto status = m_child ? m_child->ended() : std::nullopt;
    if (!status) {
        return {};
    }
    return status->signal != 0 ? -status->signal : status->code;
}

int Process::pid() const { return m_child ? m_child->pid() : 0; }

int Process::sentinel() const { return m_child ? m_child->pidfd() : -1; }

} // namespace poolscope

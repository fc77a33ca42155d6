// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/python/interpreter.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace poolscope {

namespace {

constexpr int lookInterval = 50; ///< ms between looks at a cancel
constexpr int timeToEnd = 1000;  ///< ms
constexpr std::size_t piece = 65'536;

bool canBeRun(const std::string& path) { return ::access(path.c_str(), X_OK) == 0; }

Error broken(const char* what)
{
    return {"OSError", std::string("Python cannot be asked: ") + what + ": " + std::strerror(errno) + ".",
            {}};
}

} // namespace

Result<void> findInterpreter(const std::string& interpreter)
{
    bool found = canBeRun(interpreter);
    if (interpreter.find('/') == std::string::npos) {
        const char* path = std::getenv("PATH");
        std::string_view rest = path != nullptr ? path : "";
        for (found = false; !found && !rest.empty();) {
            const std::size_t end = std::min(rest.find(':'), rest.size());
            found = canBeRun(std::string(rest.substr(0, end)) + "/" + interpreter);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    if (!found) {
        return Error{"RuntimeError",
                     "There is no Python interpreter \"" + interpreter +
                         "\": name one with --python.",
                     "python"};
    }
    return {};
}

Result<std::unique_ptr<AskedInterpreter>>
AskedInterpreter::start(const PythonPlace& place, const std::vector<std::string>& arguments)
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return broken("no pipe");
    }
    std::unique_ptr<AskedInterpreter> asked(new AskedInterpreter);
    asked->m_out = Descriptor(ends[0]);
    const Descriptor far(ends[1]);
    asked->m_starter = std::make_unique<Starter>();
    SpawnRequest request;
    request.program = place.launcher;
    request.arguments = becoming(place.interpreter);
    request.arguments.push_back(place.packages + "/poolscope_worker");
    request.arguments.insert(request.arguments.end(), arguments.begin(), arguments.end());
    request.descriptors = {{far.get(), STDOUT_FILENO}};
    auto process = asked->m_starter->spawn(request);
    if (!process) {
        return process.error();
    }
    asked->m_process = std::move(*process);
    return asked;
}

ExitStatus AskedInterpreter::end()
{
    pollfd fd{m_process->pidfd(), POLLIN, 0};
    if (::poll(&fd, 1, timeToEnd) <= 0) {
        m_process->signal(SIGKILL);
    }
    return m_process->wait();
}

Result<void> AskedInterpreter::read(std::size_t count, Buffer& out, Nanos deadline,
                                    const std::atomic<bool>* cancel)
{
    while (out.size() < count) {
        pollfd fd{m_out.get(), POLLIN, 0};
        const int ready = ::poll(&fd, 1, lookInterval);
        if (cancel != nullptr && cancel->load()) {
            return Error{"Cancelled", "Python was not waited for.", {}};
        }
        if (ready == 0 && deadline != 0 && now() > deadline) {
            return Error{"TimeoutError", "Python did not answer in time.", {}};
        }
        if (ready <= 0) {
            continue;
        }
        const std::size_t before = out.size();
        const std::size_t most = std::min(piece, count - before);
        const ssize_t got = ::read(m_out.get(), out.extend(most), most);
        out.truncate(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno != EINTR) {
            return broken("its answer cannot be read");
        }
        if (got == 0) {
            break;
        }
    }
    return {};
}

} // namespace poolscope

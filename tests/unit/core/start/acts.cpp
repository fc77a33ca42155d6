// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acts.h"

#include <array>
#include <csignal>
#include <fstream>
#include <future>
#include <sstream>

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

namespace poolscope {

namespace {

int say(int fd, const std::string& text)
{
    return ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? 0 : 1;
}

std::string openDescriptorNumbers()
{
    std::string numbers;
    for (int fd = 0; fd < 1024; ++fd) {
        if (::fcntl(fd, F_GETFD) >= 0) {
            numbers += std::to_string(fd) + ' ';
        }
    }
    return numbers;
}

std::string contentsOf(const std::string& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

int waitForEnd(int fd)
{
    std::array<char, 64> ignored;
    while (::read(fd, ignored.data(), ignored.size()) > 0) {
    }
    return 0;
}

/// A sanitizer takes some signals for itself.
int raiseAsItIs(int signal)
{
    std::signal(signal, SIG_DFL);
    return ::raise(signal);
}

/// 0 where glibc knows this thread by its right id (a mutex that checks its owner shows it), raise
/// comes home, and threads can be had.
int useThreads()
{
    pthread_mutexattr_t kind;
    ::pthread_mutexattr_init(&kind);
    ::pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_ERRORCHECK);
    pthread_mutex_t mutex;
    ::pthread_mutex_init(&mutex, &kind);
    ::pthread_mutex_lock(&mutex);
    const bool known = mutex.__data.__owner == ::gettid();
    const auto tried =
        std::async(std::launch::async, [&mutex] { return ::pthread_mutex_trylock(&mutex); }).get();
    ::pthread_mutex_unlock(&mutex);
    static volatile std::sig_atomic_t heard = 0;
    std::signal(SIGUSR1, [](int) { heard = 1; });
    ::pthread_kill(::pthread_self(), SIGUSR1);
    return known && tried == EBUSY && heard == 1 ? 0 : 1;
}

int haveFamily(StartMethod method)
{
    ::dup2(3, 0); // what every one of them has
    ::close(3);
    Starter starter(method);
    std::array<int, 2> hold{-1, -1};
    if (::pipe2(hold.data(), O_CLOEXEC) != 0) {
        return 1;
    }
    std::vector<std::unique_ptr<Child>> children;
    for (int i = 0; i < 3; ++i) {
        SpawnRequest request = act({"wait", "3"});
        request.descriptors.emplace_back(hold[0], 3);
        children.push_back(*starter.start(request));
    }
    return say(4, "r") == 0 && ::pause() == 0 ? 0 : 1;
}

} // namespace

SpawnRequest act(std::vector<std::string> words)
{
    words.insert(words.begin(), actFlag);
    return {programPath(), std::move(words), {}};
}

int perform(const std::vector<std::string>& words)
{
    const std::string& verb = words.at(1);
    if (verb == "exit") return std::stoi(words.at(2));
    if (verb == "raise") return raiseAsItIs(std::stoi(words.at(2)));
    if (verb == "descriptors") return say(1, openDescriptorNumbers());
    if (verb == "file") return say(1, contentsOf(words.at(2)));
    if (verb == "say") return say(std::stoi(words.at(2)), words.at(3));
    if (verb == "parent") return say(1, std::to_string(::getppid()));
    if (verb == "wait") return waitForEnd(std::stoi(words.at(2)));
    if (verb == "family") return haveFamily(*startMethodNamed(words.at(2)));
    return verb == "threads" ? useThreads() : 99;
}

} // namespace poolscope

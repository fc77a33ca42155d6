// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/pool/limit_jobs.h"

#include "core/jobs/task_error.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <list>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace poolscope::test {

namespace {

constexpr int channelFd = 3;
constexpr std::size_t mebibyte = 1 << 20;

[[noreturn]] void hang()
{
    for (;;) {
        ::pause();
    }
}

thread_local std::int64_t rememberedHere = -1;

/// Adds a byte; how many there were before.
std::int64_t addByte(const std::string& path)
{
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    struct stat status {};
    ::fstat(file.get(), &status);
    const char byte = '.';
    if (::write(file.get(), &byte, 1) != 1) {
        throw TaskError("OSError", path + " cannot be written");
    }
    return status.st_size;
}

/// x ↦ 2x, but for one place.
template <class At> auto doubledBut(Catalogue& catalogue, const char* name, At at)
{
    return catalogue.add(
        "tests", name,
        [at](std::int64_t x, std::int64_t where) {
            if (x == where) {
                at();
            }
            return 2 * x;
        },
        Keyword<std::int64_t>{"at", -1});
}

/// Takes memory and touches it, so much at most that the machine survives a limit that is none.
void grow()
{
    std::list<std::string> held;
    for (int i = 0; i < 1024; ++i) {
        held.emplace_back(mebibyte, 'x');
    }
}

void sayWhatIsNoFrame()
{
    const std::string noise(200, '?');
    [[maybe_unused]] const auto said = ::write(channelFd, noise.data(), noise.size());
    hang();
}

void answerWhatWasNotAsked()
{
    FrameHead head;
    head.kind = FrameKind::Result;
    head.serial = 987'654;
    [[maybe_unused]] const auto said = ::write(channelFd, &head, sizeof head);
    hang();
}

void hangUp()
{
    ::close(channelFd);
    hang();
}

void failAs(std::monostate, const std::string& how)
{
    if (how == "hangs") {
        hang();
    }
    if (how == "dies") {
        ::_exit(7);
    }
    throw std::runtime_error("there is no database");
}

void addEnds(Catalogue& catalogue, LimitFunctions& f)
{
    f.hangsAt = doubledBut(catalogue, "hangsAt", &hang);
    f.stopsAt = doubledBut(catalogue, "stopsAt", [] { ::raise(SIGSTOP); });
    f.growsAt = doubledBut(catalogue, "growsAt", &grow);
    f.throwsNullAt = doubledBut(catalogue, "throwsNullAt", [] { throw nullptr; });
    f.exitsAt = doubledBut(catalogue, "leavesAt", [] { std::exit(3); });
    f.babblesAt = doubledBut(catalogue, "babblesAt", &sayWhatIsNoFrame);
    f.misanswersAt = doubledBut(catalogue, "misanswersAt", &answerWhatWasNotAsked);
    f.hangUpAt = doubledBut(catalogue, "hangUpAt", &hangUp);
    f.waitsAt = catalogue.add(
        "tests", "waitsAt",
        [](std::int64_t x, std::int64_t where, const std::string& path) {
            while (x == where && ::access(path.c_str(), F_OK) != 0) {
                ::usleep(1000);
            }
            return 2 * x;
        },
        Keyword<std::int64_t>{"at", -1}, Keyword<std::string>{"path", {}});
    f.diesAt = catalogue.add(
        "tests", "diesAt",
        [](std::int64_t x, std::int64_t where, std::int64_t times, const std::string& path) {
            if (x == where && addByte(path) < times) {
                ::raise(SIGKILL);
            }
            return 2 * x;
        },
        Keyword<std::int64_t>{"at", -1}, Keyword<std::int64_t>{"times", 0},
        Keyword<std::string>{"path", ""});
}

void addTricks(Catalogue& catalogue, LimitFunctions& f)
{
    f.idOfTricky =
        catalogue.add("tests", "idOfTricky", [](const Tricky& tricky) { return 2 * tricky.id; });
    f.trickyResult = catalogue.add(
        "tests", "trickyResult",
        [](std::int64_t x, std::int64_t where) {
            return Tricky{x, x == where ? static_cast<std::int64_t>(Trick::HangPickling) : 0};
        },
        Keyword<std::int64_t>{"at", -1});
}

} // namespace

std::pair<std::int64_t, std::int64_t> trickyState(const Tricky& tricky)
{
    if (tricky.trick == static_cast<std::int64_t>(Trick::HangPickling)) {
        hang();
    }
    return {tricky.id, tricky.trick};
}

void setTrickyState(Tricky& tricky, std::pair<std::int64_t, std::int64_t> state)
{
    tricky = {state.first, state.second};
    if (tricky.trick == static_cast<std::int64_t>(Trick::HangUnpickling)) {
        hang();
    }
    if (tricky.trick == static_cast<std::int64_t>(Trick::ThrowUnpickling)) {
        throw std::runtime_error("a state that nobody wants");
    }
}

LimitFunctions addLimitFunctions(Catalogue& catalogue)
{
    LimitFunctions f;
    addEnds(catalogue, f);
    addTricks(catalogue, f);
    f.leaks = catalogue.add(
        "tests", "leaks",
        [](std::int64_t, std::int64_t mebibytes) {
            static std::list<std::string> kept;
            kept.emplace_back(static_cast<std::size_t>(mebibytes) * mebibyte, 'x');
            return static_cast<std::int64_t>(::getpid());
        },
        Keyword<std::int64_t>{"mebibytes", 0});
    f.remembered =
        catalogue.add("tests", "remembered", [](std::int64_t) { return rememberedHere; });
    f.remembers = catalogue.add(
        "tests", "remembers",
        [](std::int64_t x, const std::string& path) {
            addByte(path);
            rememberedHere = x;
        },
        Keyword<std::string>{"path", ""});
    f.fails = catalogue.add("tests", "fails", &failAs, Keyword<std::string>{"how", "throws"});
    return f;
}

} // namespace poolscope::test

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roles.h"

#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <unistd.h>

namespace poolscope {

namespace {

void echo(const Connection& connection)
{
    Connection ours = connection;
    while (auto bytes = ours.recvBytes()) {
        if (!ours.sendBytes(bytes->view())) {
            return;
        }
    }
}

void need(const Result<void>& done)
{
    if (!done) {
        throw TaskError(done.error().kind, done.error().text);
    }
}

void produce(const std::tuple<Queue, std::int64_t, std::int64_t>& task)
{
    auto [queue, who, count] = task;
    for (std::int64_t i = 0; i < count; ++i) {
        need(queue.put(Numbered(who, i)));
    }
}

void consume(const std::tuple<Queue, Queue>& task)
{
    auto [in, out] = task;
    for (;;) {
        const auto message = in.get<Numbered>();
        if (!message) {
            throw TaskError(message.error().kind, message.error().text);
        }
        if (std::get<0>(*message) < 0) {
            return;
        }
        need(out.put(*message));
    }
}

void takeOne(const std::tuple<Queue, Connection>& task)
{
    auto [queue, connection] = task;
    const auto message = queue.get<Numbered>();
    need(connection.send(message ? *message : Numbered(-1, -1)));
    connection.recvBytes().ok(); // until it is ended
}

void listDescriptors(const Connection& connection)
{
    std::string numbers;
    for (int fd = 0; fd < 1024; ++fd) {
        if (::fcntl(fd, F_GETFD) >= 0) {
            numbers += std::to_string(fd) + ' ';
        }
    }
    Connection ours = connection;
    need(ours.send(numbers));
}

} // namespace

Roles addRoles(Catalogue& catalogue)
{
    Roles roles;
    const char* here = "roles";
    roles.exits =
        catalogue.add(here, "exits", [](std::int64_t code) { ::_exit(static_cast<int>(code)); });
    roles.raises = catalogue.add(here, "raises", [](std::int64_t number) {
        const int signal = static_cast<int>(number);
        std::signal(signal, SIG_DFL); // sanitizers take some
        ::raise(signal);
    });
    roles.throws = catalogue.add(
        here, "throws", [](const std::string& text) { throw std::invalid_argument(text); });
    roles.throwsOdd = catalogue.add(here, "throwsOdd",
                                    [](std::int64_t number) { throw static_cast<int>(number); });
    roles.echoes = catalogue.add(here, "echoes", echo);
    roles.waits = catalogue.add(here, "waits", [](const Connection& connection) {
        Connection(connection).recvBytes().ok();
    });
    roles.produces = catalogue.add(here, "produces", produce);
    roles.consumes = catalogue.add(here, "consumes", consume);
    roles.takesOne = catalogue.add(here, "takesOne", takeOne);
    roles.lists = catalogue.add(here, "lists", listDescriptors);
    return roles;
}

} // namespace poolscope

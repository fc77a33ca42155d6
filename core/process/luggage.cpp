// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/process/luggage.h"

#include <algorithm>
#include <stdexcept>

namespace poolscope {

namespace {

constexpr const char* module = "poolscope.process";

/// A socket that is met twice travels once.
std::int64_t placeOf(Luggage& luggage, const std::shared_ptr<Socket>& socket)
{
    if (!socket->end) {
        throw std::invalid_argument("it is closed");
    }
    const auto found = std::find(luggage.begin(), luggage.end(), socket);
    const auto place = found - luggage.begin();
    if (found == luggage.end()) {
        luggage.push_back(socket);
    }
    return place;
}

const std::shared_ptr<Socket>& at(const Luggage& luggage, std::int64_t place)
{
    if (place < 0 || static_cast<std::size_t>(place) >= luggage.size()) {
        throw std::out_of_range("there is no descriptor " + std::to_string(place));
    }
    return luggage[static_cast<std::size_t>(place)];
}

} // namespace

Registry packing(const Registry& under, Luggage& luggage)
{
    Registry registry = Registry::over(under);
    registry.addReducer<Connection>([&luggage](const Connection& connection) {
        return callTo(module, "Connection", placeOf(luggage, connection.socket()),
                      connection.readable(), connection.writable());
    });
    registry.addReducer<Queue>([&luggage](const Queue& queue) {
        const std::int64_t taking = placeOf(luggage, queue.taking());
        return callTo(module, "Queue", taking, placeOf(luggage, queue.putting()));
    });
    return registry;
}

Registry unpacking(const Registry& under, const Luggage& luggage)
{
    Registry registry = Registry::over(under);
    registry.addRebuilder(module, "Connection",
                          [&luggage](std::int64_t place, bool readable, bool writable) {
                              return Connection(at(luggage, place), readable, writable);
                          });
    registry.addRebuilder(module, "Queue", [&luggage](std::int64_t taking, std::int64_t putting) {
        return Queue(at(luggage, taking), at(luggage, putting));
    });
    return registry;
}

} // namespace poolscope

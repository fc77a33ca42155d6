// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/fork_wire.h"

#include <cerrno>
#include <cstring>

namespace poolscope {

namespace {

template <class T> void put(Buffer& to, const T& value) { to.append(&value, sizeof value); }

template <class T> bool take(std::string_view& from, T& value)
{
    if (from.size() < sizeof value) {
        return false;
    }
    std::memcpy(&value, from.data(), sizeof value);
    from.remove_prefix(sizeof value);
    return true;
}

bool takeText(std::string_view& from, std::string& text)
{
    const std::size_t end = from.find('\0');
    if (end == std::string_view::npos) {
        return false;
    }
    text = from.substr(0, end);
    from.remove_prefix(end + 1);
    return true;
}

bool readRequest(Packet& packet, ForkRequest& request)
{
    std::string_view rest = packet.bytes.view();
    ForkHead head;
    if (!take(rest, head) || head.magic != ForkHead::magicNumber ||
        head.descriptors != packet.descriptors.size()) {
        return false;
    }
    request.serial = head.serial;
    for (Descriptor& descriptor : packet.descriptors) {
        int number = 0;
        if (!take(rest, number)) {
            return false;
        }
        request.descriptors.emplace_back(std::move(descriptor), number);
    }
    for (std::uint32_t i = 0; i < head.arguments; ++i) {
        if (!takeText(rest, request.arguments.emplace_back())) {
            return false;
        }
    }
    return true;
}

} // namespace

int sendForkRequest(int socket, std::uint32_t serial, const SpawnRequest& request)
{
    ForkHead head;
    head.serial = serial;
    head.descriptors = static_cast<std::uint32_t>(request.descriptors.size());
    head.arguments = static_cast<std::uint32_t>(request.arguments.size());
    Buffer bytes;
    put(bytes, head);
    std::vector<int> descriptors;
    for (const auto& [ours, theirs] : request.descriptors) {
        descriptors.push_back(ours);
        put(bytes, theirs);
    }
    for (const std::string& argument : request.arguments) {
        bytes.append(argument.c_str(), argument.size() + 1);
    }
    return sendPacket(socket, bytes.view(), descriptors);
}

std::optional<ForkRequest> receiveForkRequest(int socket)
{
    Packet packet;
    ForkRequest request;
    if (receivePacket(socket, packet) != 0 || !readRequest(packet, request)) {
        return {};
    }
    return request;
}

int sendForkReply(int socket, const ForkReply& reply, const Descriptor& pidfd)
{
    const int fd = pidfd.get();
    return sendPacket(socket, {reinterpret_cast<const char*>(&reply), sizeof reply},
                      {&fd, pidfd ? std::size_t{1} : 0});
}

int receiveForkReply(int socket, ForkReply& reply, Descriptor& pidfd)
{
    Packet packet;
    if (const int reason = receivePacket(socket, packet); reason != 0) {
        return reason;
    }
    std::string_view rest = packet.bytes.view();
    const bool whole = take(rest, reply) && rest.empty();
    if (!whole || packet.descriptors.size() != (reply.error == 0 ? 1u : 0u)) {
        return EPROTO;
    }
    pidfd = reply.error == 0 ? std::move(packet.descriptors.front()) : Descriptor();
    return 0;
}

} // namespace poolscope

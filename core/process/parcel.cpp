// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/process/parcel.h"

#include "core/start/start.h"

#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace poolscope {

namespace {

struct ParcelHead {
    static constexpr std::uint32_t magicNumber = 0x50535051; ///< "PSPQ"
    std::uint32_t magic = magicNumber;
    std::uint32_t beside = 0; ///< 1: the bytes are in the memory that came along
    std::uint64_t size = 0;   ///< bytes of the message
};

constexpr std::size_t roomInPacket = packetLimit - sizeof(ParcelHead);

bool writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(fd, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return true;
}

/// As much as is in the file and no more than `size`.
bool readAll(int fd, std::uint64_t size, Buffer& bytes)
{
    for (std::uint64_t at = 0; at < size;) {
        char* to = bytes.extend(size - at);
        const ssize_t count = ::pread(fd, to, size - at, static_cast<off_t>(at));
        if (count < 0 && errno != EINTR) {
            return false;
        }
        at += count > 0 ? static_cast<std::uint64_t>(count) : 0;
        bytes.truncate(at);
        if (count == 0) {
            return false;
        }
    }
    return true;
}

int sendPacketInTime(int socket, const Buffer& packet, const Descriptor& beside, Deadline deadline)
{
    const int fd = beside.get();
    for (;;) {
        const int reason =
            sendPacket(socket, packet.view(), {&fd, beside ? std::size_t{1} : 0}, MSG_DONTWAIT);
        if (reason != EAGAIN) {
            return reason;
        }
        if (!awaitSocket(socket, POLLOUT, deadline)) {
            return ETIMEDOUT;
        }
    }
}

int unpack(Packet& packet, Buffer& bytes, std::uint64_t limit)
{
    ParcelHead head;
    std::string_view rest = packet.bytes.view();
    if (rest.size() < sizeof head) {
        return EBADMSG;
    }
    std::memcpy(&head, rest.data(), sizeof head);
    rest.remove_prefix(sizeof head);
    const std::size_t expected = head.beside == 1 ? 1 : 0;
    if (head.magic != ParcelHead::magicNumber || head.size > limit || head.beside > 1 ||
        packet.descriptors.size() != expected) {
        return EBADMSG;
    }
    if (head.beside == 1) {
        return rest.empty() ? readSealedMemory(packet.descriptors.front(), head.size, bytes)
                            : EBADMSG;
    }
    bytes.append(rest);
    return rest.size() == head.size ? 0 : EBADMSG;
}

} // namespace

Deadline deadlineIn(std::optional<Nanos> timeout)
{
    return timeout ? Deadline(now() + *timeout) : Deadline();
}

bool awaitSocket(int socket, short events, Deadline deadline)
{
    pollfd entry{socket, events, 0};
    for (;;) {
        timespec left{};
        if (deadline) {
            const Nanos nanos = *deadline > now() ? *deadline - now() : 0;
            left = {static_cast<time_t>(nanos / 1'000'000'000),
                    static_cast<long>(nanos % 1'000'000'000)};
        }
        const int ready = ::ppoll(&entry, 1, deadline ? &left : nullptr, nullptr);
        if (ready > 0) {
            return true;
        }
        if (ready == 0 && deadline && now() >= *deadline) {
            return false;
        }
    }
}

Descriptor sealedMemory(std::string_view bytes)
{
    Descriptor memory = unnamedMemory();
    if (!memory || !writeAll(memory.get(), bytes) || !seal(memory, sealedBytes)) {
        return Descriptor();
    }
    return memory;
}

// A file with holes promises more than it holds; what was written has its blocks.
int readSealedMemory(const Descriptor& memory, std::uint64_t size, Buffer& bytes)
{
    struct stat status {};
    if (!isSealed(memory, sealedBytes) || ::fstat(memory.get(), &status) != 0) {
        return EBADMSG;
    }
    const auto held = static_cast<std::uint64_t>(status.st_blocks) * 512;
    if (static_cast<std::uint64_t>(status.st_size) != size || held < size) {
        return EBADMSG;
    }
    return readAll(memory.get(), size, bytes) ? 0 : EBADMSG;
}

int sendParcel(int socket, std::string_view bytes, Deadline deadline)
{
    ParcelHead head;
    head.size = bytes.size();
    head.beside = bytes.size() > roomInPacket ? 1 : 0;
    Descriptor memory;
    Buffer packet;
    packet.append(&head, sizeof head);
    if (head.beside == 0) {
        packet.append(bytes);
    } else if (memory = sealedMemory(bytes); !memory) {
        return errno;
    }
    return sendPacketInTime(socket, packet, memory, deadline);
}

// Not by poll alone: between its answer and the taking another process may have taken the packet.
int receiveParcel(int socket, Buffer& bytes, Deadline deadline, std::uint64_t limit)
{
    bytes.clear();
    Packet packet;
    for (;;) {
        const int reason = receivePacket(socket, packet, MSG_DONTWAIT);
        if (reason == 0) {
            return unpack(packet, bytes, limit);
        }
        if (reason != EAGAIN) {
            return reason == EMSGSIZE ? EBADMSG : reason;
        }
        if (!awaitSocket(socket, POLLIN, deadline)) {
            return ETIMEDOUT;
        }
    }
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/base/passing.h"

#include <cstring>

#include <sys/mman.h>

namespace poolscope {

void passDescriptors(msghdr& message, std::span<const int> descriptors)
{
    message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
    cmsghdr* head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(descriptors.size_bytes());
    std::memcpy(CMSG_DATA(head), descriptors.data(), descriptors.size_bytes());
}

void takeDescriptors(msghdr& message, std::vector<Descriptor>& descriptors, std::size_t most)
{
    for (cmsghdr* head = CMSG_FIRSTHDR(&message); head != nullptr;
         head = CMSG_NXTHDR(&message, head)) {
        if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS) {
            continue;
        }
        for (std::size_t at = CMSG_LEN(0); at + sizeof(int) <= head->cmsg_len; at += sizeof(int)) {
            int fd = -1;
            std::memcpy(&fd, reinterpret_cast<const char*>(head) + at, sizeof fd);
            Descriptor descriptor(fd);
            if (descriptors.size() < most) {
                descriptors.push_back(std::move(descriptor));
            }
        }
    }
}

Descriptor unnamedMemory()
{
    return Descriptor(::memfd_create("poolscope", MFD_CLOEXEC | MFD_ALLOW_SEALING));
}

bool seal(const Descriptor& memory, int seals)
{
    return ::fcntl(memory.get(), F_ADD_SEALS, seals | F_SEAL_SEAL) == 0;
}

bool isSealed(const Descriptor& memory, int seals)
{
    const int has = ::fcntl(memory.get(), F_GET_SEALS);
    return has >= 0 && (has & seals) == seals;
}

} // namespace poolscope

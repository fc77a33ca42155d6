// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/sibling.h"

#include <cerrno>
#include <cstdint>

#include <linux/sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

namespace poolscope {

namespace {

/// Where glibc keeps this thread's id: its own fork has the kernel write the copy's id there, and so
/// must we, since mutexes that know their owner compare it. It is the address that glibc gave to the
/// kernel at the start; a kernel that does not tell leaves the copy with its server's id.
pid_t* cachedThreadId()
{
    pid_t* address = nullptr;
    const bool told = ::prctl(PR_GET_TID_ADDRESS, &address) == 0 && address != nullptr;
    return told && *address == static_cast<pid_t>(::syscall(SYS_gettid)) ? address : nullptr;
}

/// The list of robust mutexes that a thread holds: the kernel forgets it in a copy, glibc's fork
/// names it again.
struct RobustList {
    void* head = nullptr;
    std::size_t size = 0;
    RobustList() { ::syscall(SYS_get_robust_list, 0, &head, &size); }
    void nameAgain() const { ::syscall(SYS_set_robust_list, head, size); }
};

} // namespace

// By system call, since no function of glibc makes a sibling. Its handlers for fork (of malloc, of
// stdio) only take locks that other threads might hold: with one thread there is nothing to take.
// The signal that the parent gets at the copy's end is this process's own, SIGCHLD.
Sibling sibling()
{
    const RobustList robust;
    int pidfd = -1;
    clone_args request{};
    request.flags = CLONE_PARENT | CLONE_PIDFD;
    request.pidfd = reinterpret_cast<std::uintptr_t>(&pidfd);
    if (pid_t* id = cachedThreadId()) {
        request.flags |= CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID;
        request.child_tid = reinterpret_cast<std::uintptr_t>(id);
    }
    const auto pid = static_cast<pid_t>(::syscall(SYS_clone3, &request, sizeof request));
    if (pid < 0) {
        return {pid, errno, {}};
    }
    if (pid == 0) {
        robust.nameAgain();
        return {0, 0, {}};
    }
    return {pid, 0, Descriptor(pidfd)};
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/transport/shared_memory.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace poolscope {

namespace {

Error failed(const std::string& what, int reason)
{
    return {"OSError", what + ": " + std::generic_category().message(reason) + ".", {}};
}

Result<std::shared_ptr<SharedMemory>> map(Descriptor fd, std::size_t size)
{
    void* data = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), 0);
    if (data == MAP_FAILED) {
        return failed("Shared memory of " + std::to_string(size) + " bytes cannot be mapped",
                      errno);
    }
    return std::make_shared<SharedMemory>(std::move(fd), data, size);
}

/// Of memory whose size cannot change any more.
Result<std::size_t> checkedSize(const Descriptor& fd)
{
    if (::fcntl(fd.get(), F_GET_SEALS) < 0) {
        return failed("What was given as shared memory is none", errno);
    }
    if (!isSealed(fd, sealedSize)) {
        return Error{
            "OSError", "The shared memory that was given could shrink: it is not sealed.", {}};
    }
    struct stat status {};
    if (::fstat(fd.get(), &status) != 0) {
        return failed("The shared memory that was given has no size", errno);
    }
    return static_cast<std::size_t>(status.st_size);
}

} // namespace

Result<std::shared_ptr<SharedMemory>> SharedMemory::create(std::size_t size)
{
    Descriptor fd = unnamedMemory();
    if (!fd || ::ftruncate(fd.get(), static_cast<off_t>(size)) != 0 || !seal(fd, sealedSize)) {
        return failed("Shared memory of " + std::to_string(size) + " bytes cannot be made", errno);
    }
    return map(std::move(fd), size);
}

Result<std::shared_ptr<SharedMemory>> SharedMemory::open(Descriptor fd, std::size_t size)
{
    const auto sealed = checkedSize(fd);
    if (!sealed) {
        return sealed.error();
    }
    if (*sealed != size) {
        return Error{"OSError",
                     "The shared memory that was given has " + std::to_string(*sealed) +
                         " bytes where " + std::to_string(size) + " were expected.",
                     {}};
    }
    return map(std::move(fd), size);
}

Result<std::shared_ptr<SharedMemory>> SharedMemory::open(Descriptor fd)
{
    const auto sealed = checkedSize(fd);
    return sealed ? map(std::move(fd), *sealed)
                  : Result<std::shared_ptr<SharedMemory>>(sealed.error());
}

SharedMemory::SharedMemory(Descriptor fd, void* data, std::size_t size)
    : m_fd(std::move(fd)), m_data(data), m_size(size)
{}

SharedMemory::~SharedMemory() { ::munmap(m_data, m_size); }

} // namespace poolscope

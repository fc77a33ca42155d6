// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/base.h"

#include <cstddef>
#include <memory>

namespace poolscope {

/// Memory that two processes see (memfd), sealed so that neither can change its size. Zeroed.
class SharedMemory final {
public:
    static Result<std::shared_ptr<SharedMemory>> create(std::size_t size);
    /// What another process made: checks the seals, and its size where one is expected.
    static Result<std::shared_ptr<SharedMemory>> open(Descriptor fd, std::size_t size);
    static Result<std::shared_ptr<SharedMemory>> open(Descriptor fd);
    SharedMemory(Descriptor fd, void* data, std::size_t size);
    ~SharedMemory();
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;

    int descriptor() const { return m_fd.get(); }
    void* data() const { return m_data; }
    std::size_t size() const { return m_size; }

private:
    Descriptor m_fd;
    void* m_data;
    std::size_t m_size;
};

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/process/luggage.h"
#include "core/process/process.h"
#include "core/process/process_wire.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

namespace poolscope {

namespace {

Result<void> runOne(Batch& batch)
{
    auto error = errorThrownBy([&] { batch.run(0); });
    return error ? Result<void>(std::move(*error)) : Result<void>();
}

/// Closed on exec from here on: what this process starts itself has no part in them.
Luggage takeLuggage(int count)
{
    Luggage luggage;
    for (int i = 0; i < count; ++i) {
        const int fd = processLuggageFd + i;
        ::fcntl(fd, F_SETFD, FD_CLOEXEC);
        luggage.push_back(std::make_shared<Socket>(Descriptor(fd)));
    }
    return luggage;
}

Result<Received> takeMessage()
{
    const Descriptor memory(processMessageFd);
    struct stat status {};
    Buffer bytes;
    if (::fstat(memory.get(), &status) != 0 ||
        readSealedMemory(memory, static_cast<std::uint64_t>(status.st_size), bytes) != 0) {
        return Error{"OSError", "Its arguments did not come.", {}};
    }
    return unpickled(std::move(bytes));
}

Result<void> runFunction(const Catalogue& catalogue, int count)
{
    const Luggage luggage = takeLuggage(count);
    const Registry registry = unpacking(catalogue.registry(), luggage);
    const auto message = takeMessage();
    if (!message) {
        return message.error();
    }
    const Value pair = message->value;
    if (pair.kind() != Kind::Tuple || pair.size() != 2) {
        return Error{"UnpicklingError", "Its arguments are no (function, argument).", {}};
    }
    const auto callable = catalogue.resolve(pair[0]);
    if (!callable) {
        return callable.error();
    }
    const auto batch = (*callable)->batch(1);
    if (auto loaded = batch->load(pair[1], registry); !loaded) {
        return loaded.error();
    }
    return runOne(*batch);
}

} // namespace

void serveIfProcess(int argc, char** argv, const Catalogue& catalogue)
{
    if (argc != 4 || std::strcmp(argv[1], processFlag) != 0) {
        return;
    }
    followParent();
    const auto done = runFunction(catalogue, std::atoi(argv[3]));
    if (!done) {
        const Error& error = done.error();
        std::fprintf(stderr, "Process %s:\n%s: %s\n", argv[2], error.kind.c_str(),
                     error.text.c_str());
        if (!error.where.empty()) {
            std::fprintf(stderr, "  thrown at %s\n", error.where.c_str());
        }
    }
    std::fflush(nullptr);
    std::_Exit(done ? 0 : 1);
}

} // namespace poolscope

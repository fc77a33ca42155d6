// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/bridge.h"

namespace poolscope {

Result<std::string> argumentOf(const Catalogue& catalogue, const RunRequest& request,
                               std::uint64_t item)
{
    constexpr std::size_t mostShown = 400; // characters
    const Job* const job = catalogue.job(request.job);
    if (job == nullptr) return Error{"ValueError", "there is no job named " + request.job, "job"};
    const auto arguments = job->parse(request.parameters);
    if (!arguments) return arguments.error();
    const auto work = job->build(*arguments, {catalogue.registry(), nullptr});
    if (!work) return work.error();
    if (!work->input->isReady() || item >= work->input->size()) {
        return Error{"LookupError",
                     "the input cannot be asked for item " + std::to_string(item) + " again",
                     "item"};
    }
    const auto items = work->input->take(item, 1);
    if (!items) return items.error();
    Document document;
    const auto value = (*items)->reduce(0, document, work->registry);
    if (!value) return value.error();
    return repr(*value, mostShown);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/command_text.h"

namespace poolscope {

namespace {

/// The plan that the request will come to, as far as its command tells it.
RunPlan planOf(const RunRequest& request)
{
    RunPlan plan;
    plan.job = request.job;
    plan.api = nameOf(request.api);
    plan.backend = nameOf(request.backend);
    plan.startMethod = nameOf(request.startMethod);
    plan.transport = nameOf(request.transport);
    plan.protocol = request.protocol;
    plan.workers = request.workers;
    plan.retries = request.retries;
    plan.chunksize = request.chunksize.value_or(0);
    if (request.chunksize == autoChunksize) plan.chunksizeReason = "auto";
    if (endsWorkers(request.backend)) plan.taskTimeout = request.taskTimeout;
    return plan;
}

} // namespace

NamedTexts parametersOf(const RunRequest& request)
{
    NamedTexts parameters;
    for (const auto& [name, value] : request.parameters) {
        if (name == "items" && !request.input.empty()) continue; // they come from the file
        parameters.emplace_back(name, value);
    }
    return parameters;
}

QString commandOf(const RunRequest& request)
{
    NamedTexts more;
    if (!request.input.empty()) more.emplace_back("--input", request.input);
    const bool processes = request.backend == Backend::Processes;
    if (processes && !request.outOfBand) more.emplace_back("--out-of-band", "off");
    return QString::fromStdString(commandText(planOf(request), parametersOf(request), more));
}

} // namespace poolscope

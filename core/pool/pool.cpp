// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pool/options.h"
#include "core/pool/pool_state.h"

#include <algorithm>
#include <array>
#include <unistd.h>

namespace poolscope {

namespace {

constexpr std::array<const char*, 5> backendNames{"serial", "threads", "processes", "python",
                                                  "python-threads"};
constexpr std::array<const char*, 6> apiNames{"map",   "imap",        "imap_unordered",
                                              "apply", "apply_async", "starmap"};

/// CPython's: four chunks a worker, rounded up.
std::uint64_t defaultChunksize(std::uint64_t items, int workers)
{
    const auto pieces = static_cast<std::uint64_t>(workers) * 4;
    return std::max<std::uint64_t>(1, items / pieces + (items % pieces != 0 ? 1 : 0));
}

std::uint64_t chunksizeOf(Api api, std::optional<std::uint64_t> asked, std::uint64_t items,
                          int workers)
{
    switch (api) {
    case Api::Apply:
    case Api::ApplyAsync: return 1;
    case Api::Imap:
    case Api::ImapUnordered: return asked.value_or(1);
    case Api::Map:
    case Api::Starmap: break;
    }
    const bool counted = items != Input::unknownSize;
    return asked ? *asked : counted ? defaultChunksize(items, workers) : 1;
}

CallPlan planOf(const PoolOptions& options, Api api, std::optional<std::uint64_t> chunksize,
                std::uint64_t items)
{
    constexpr std::uint64_t leastBuffer = 256;
    const int workers = options.backend == Backend::Serial ? 1 : options.workers;
    CallPlan plan;
    plan.chunksize = chunksizeOf(api, chunksize, items, workers);
    plan.window = api == Api::Apply ? 1 : 0;
    plan.ordered = api != Api::ImapUnordered;
    if (api == Api::Imap || api == Api::ImapUnordered) {
        const std::uint64_t chunk = plan.chunksize == autoChunksize ? leastBuffer : plan.chunksize;
        const std::uint64_t twoEach = 2 * static_cast<std::uint64_t>(workers) * chunk;
        plan.bufferItems =
            options.bufferItems != 0 ? options.bufferItems : std::max(leastBuffer, twoEach);
    }
    return plan;
}

/// The initializer, before a worker is started for it.
Result<void> canTravel(const Initializer& initializer, int protocol)
{
    Document document;
    auto part = initializer.callable->reduce(document, initializer.registry);
    if (part) {
        part = initializer.argument->reduce(0, document, initializer.registry);
    }
    Buffer out;
    auto travels = part ? PickleWriter(protocol).write(*part, out) : Result<void>(part.error());
    if (!travels) {
        Error error = travels.error();
        error.path = "initializer" + error.path;
        return error;
    }
    return {};
}

/// The function and its bound object, before a worker is given anything.
Result<void> canTravel(const Work& work, int protocol)
{
    Document document;
    auto function = work.callable->reduce(document, work.registry);
    if (!function) {
        Error error = function.error();
        error.path = functionPath + error.path;
        return error;
    }
    Buffer out;
    return PickleWriter(protocol).write(taskMessage(document, 0, 0, *function, {}), out);
}

Result<void> canStart(const std::string& program)
{
    if (::access(program.c_str(), X_OK) != 0) {
        return Error{
            "OSError",
            "The worker program " + program +
                " is not there or cannot be run: build it, or name it in POOLSCOPE_WORKER.",
            "workerProgram"};
    }
    return {};
}

template <std::size_t N>
std::optional<std::size_t> placeOf(const std::array<const char*, N>& names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional<std::size_t>(found - names.begin());
}

} // namespace

const char* nameOf(Backend backend) { return backendNames[static_cast<std::size_t>(backend)]; }

bool isPython(Backend backend)
{
    return backend == Backend::Python || backend == Backend::PythonThreads;
}

bool endsWorkers(Backend backend)
{
    return backend == Backend::Processes || backend == Backend::Python;
}

bool sendsMessages(Backend backend)
{
    return endsWorkers(backend) || isPython(backend);
}

std::optional<Backend> backendNamed(std::string_view name)
{
    const auto place = placeOf(backendNames, name);
    return place ? std::optional<Backend>(static_cast<Backend>(*place)) : std::nullopt;
}

const char* nameOf(Api api) { return apiNames[static_cast<std::size_t>(api)]; }

std::optional<Api> apiNamed(std::string_view name)
{
    const auto place = placeOf(apiNames, name);
    return place ? std::optional<Api>(static_cast<Api>(*place)) : std::nullopt;
}

Pool::Pool(const Catalogue& catalogue, PoolOptions options)
    : m_catalogue(catalogue), m_options(std::move(options))
{
    if (m_options.check()) {
        m_state = std::make_unique<State>(catalogue, m_options,
                                          poolscope::workerProgram(m_options.workerProgram));
    }
}

/// Callbacks hear of the end too.
Pool::~Pool()
{
    terminate();
    if (m_state) {
        m_state->callbacks->stop();
    }
}

Result<std::shared_ptr<Call>> Pool::start(std::shared_ptr<const Work> work, Api api,
                                          std::optional<std::uint64_t> chunksize,
                                          std::uint64_t payloadBudget)
{
    return launch(std::move(work), api, chunksize, payloadBudget, false);
}

Result<std::shared_ptr<Call>> Pool::launch(std::shared_ptr<const Work> work, Api api,
                                           std::optional<std::uint64_t> chunksize,
                                           std::uint64_t payloadBudget, bool attended)
{
    if (auto checked = m_options.check(); !checked) {
        return checked.error();
    }
    const bool isTold = chunksize && *chunksize != autoChunksize;
    if (isTold && (*chunksize < 1 || *chunksize > PoolOptions::mostChunk)) {
        return wrongOption("chunksize must be a whole number from 1 to " +
                               std::to_string(PoolOptions::mostChunk) + ", not " +
                               std::to_string(*chunksize) + ".",
                           "chunksize");
    }
    const bool sends = sendsMessages(m_options.backend);
    if (!sends && !work->localRefusal.empty()) {
        return wrongOption(work->localRefusal, "backend");
    }
    if (sends) {
        if (auto travels = canTravel(*work, m_options.protocol); !travels) {
            return travels.error();
        }
        const Initializer& initializer = m_options.initializer;
        if (initializer) {
            if (auto travels = canTravel(initializer, m_options.protocol); !travels) {
                return travels.error();
            }
        }
        if (auto starts = canStart(m_state->program); !starts) {
            return starts.error();
        }
    }
    CallPlan plan = planOf(m_options, api, chunksize, work->input->size());
    plan.payloadBudget = sends ? payloadBudget : 0;
    plan.rowsHeld = m_options.rowsHeld;
    plan.attended = attended;
    return m_state->start(std::move(work), plan);
}

ProbeResult Pool::probe(const Work& work, Nanos budget, const std::atomic<bool>* cancel)
{
    ProbeResult none;
    if (!m_state) {
        none.whyNot = m_options.check().error().text;
        return none;
    }
    return probeSerial(m_state->starter, m_state->prober, work, budget, cancel,
                       m_options.taskTimeout.count());
}

StartMethod Pool::startMethod() const
{
    if (isPython(m_options.backend)) {
        return StartMethod::Spawn;
    }
    return m_state ? m_state->starter.method() : m_options.startMethod;
}

Transport Pool::transport() const
{
    return m_state ? m_state->prober.options.transport : m_options.transport;
}

std::string Pool::startRemark() const
{
    return m_state ? m_state->starter.remark() : std::string();
}

} // namespace poolscope

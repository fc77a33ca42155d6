// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/jobs/workers_function.h"

#include "core/jobs/task_error.h"

namespace poolscope {

namespace {

/// Whatever is loaded is refused: its text says where it can run.
class UncallableBatch final : public Batch {
public:
    explicit UncallableBatch(std::string name) : m_name(std::move(name)) {}

    Result<void> load(Value, const Registry&) override { return refused(); }
    Result<void> load(const Items&, std::size_t, const Registry&) override { return refused(); }
    bool borrow(const Items&, std::size_t, std::size_t) override { return false; }
    std::optional<std::size_t> load(DirectReading&) override { return {}; }
    void run(std::size_t) override { throw TaskError("ValueError", text()); }
    std::size_t run(std::size_t, std::size_t, const TaskMarks&) override
    {
        throw TaskError("ValueError", text());
    }
    void writeResults(DirectWriting& writing) const override { writing.out.giveUp(); }
    std::unique_ptr<Items> takeResults() override
    {
        return std::make_unique<ValueItems>(nullptr,
                                            std::vector<Value>(std::exchange(m_loaded, 0)));
    }
    void clear() override { m_loaded = 0; }

private:
    std::string text() const { return m_name + " is known to Python workers only."; }
    Result<void> refused()
    {
        ++m_loaded;
        return Error{"ValueError", text(), {}};
    }

    const std::string m_name;
    std::size_t m_loaded = 0;
};

class WorkersFunction final : public Callable {
public:
    WorkersFunction(std::string module, std::string qualname, FixedKeywords keywords, bool spread)
        : m_module(std::move(module)),
          m_qualname(std::move(qualname)),
          m_keywords(std::move(keywords)),
          m_spread(spread)
    {}

    Result<Value> reduce(Document& document, const Registry&) const override
    {
        Value function = document.global(m_module, m_qualname);
        std::vector<std::pair<Value, Value>> fixed;
        for (const auto& [name, value] : m_keywords) {
            fixed.emplace_back(document.str(name), valueOf(value, document));
        }
        if (!fixed.empty()) {
            function = partial(document, function, fixed);
        }
        return m_spread ? document.object(Making::Reduce,
                                          document.global("poolscope_worker", "Star"),
                                          document.tuple(std::span(&function, 1)))
                        : function;
    }
    std::unique_ptr<Batch> batch(std::size_t) const override
    {
        return std::make_unique<UncallableBatch>(m_qualname);
    }
    std::string name() const override { return m_qualname; }

private:
    static Value valueOf(const KeywordValue& value, Document& document)
    {
        if (const auto* truth = std::get_if<bool>(&value)) {
            return document.boolean(*truth);
        }
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            return document.integer(*whole);
        }
        if (const auto* real = std::get_if<double>(&value)) {
            return document.real(*real);
        }
        return document.str(std::get<std::string>(value));
    }

    const std::string m_module;
    const std::string m_qualname;
    const FixedKeywords m_keywords;
    const bool m_spread;
};

} // namespace

std::shared_ptr<const Callable> workersFunction(std::string module, std::string qualname,
                                                FixedKeywords keywords, bool spread)
{
    return std::make_shared<WorkersFunction>(std::move(module), std::move(qualname),
                                             std::move(keywords), spread);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A job as a user picks it: name, parameters with units and limits, and how to build the work.

#include "core/jobs/call.h"
#include "core/jobs/python_program.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace poolscope {

class Pool;

/// One parameter of a job. Text is read by the type of the default.
struct Parameter {
    using Scalar = std::variant<std::int64_t, double, std::string>;
    std::string name;
    std::string help; ///< half a sentence
    std::string unit; ///< "ms", "B", or empty
    Scalar initial;
    double least = 0;                 ///< numbers: the smallest that is taken
    double most = 9e15;               ///< numbers: the largest
    std::vector<std::string> choices; ///< text: the words that are taken, when not empty
};

/// The parameters of one run, complete and checked. Asking for another name is our own mistake.
class Arguments final {
public:
    std::int64_t integer(std::string_view name) const;
    double real(std::string_view name) const; ///< also of an integer
    const std::string& text(std::string_view name) const;
    const std::map<std::string, Parameter::Scalar, std::less<>>& all() const { return m_values; }

private:
    friend struct Job;
    std::map<std::string, Parameter::Scalar, std::less<>> m_values;
};

/// What a run needs, built from a job and its arguments.
struct Work {
    std::shared_ptr<const Callable> callable;
    std::shared_ptr<Input> input;
    std::string title;    ///< "power(x, n=10)"
    Registry registry;    ///< the catalogue's, or a copy with more reducers (a per-pool registry)
    bool sums = false;    ///< the values are numbers whose sum is the job's reduction
    bool effects = false; ///< a second call would do harm: no serial probe
    std::string
        localRefusal; ///< a sentence, when it would end the program itself (serial, threads)
};

/// What a job may want to know of the run that it is built for.
struct JobContext {
    const Registry& registry;
    Pool* pool = nullptr; ///< for the object that holds the pool; may be null
};

struct Job {
    std::string name;
    std::string summary; ///< what it computes, one line
    std::vector<Parameter> parameters;
    std::vector<std::string> cures; ///< jobs that do the same and can travel
    PythonProgram python; ///< whose workers know its function; empty: those of the catalogue do
    bool inPython = false; ///< of the catalogue's own: Python has the same (poolscope.jobs)
    std::function<Result<Work>(const Arguments&, const JobContext&)> build;

    /// Checks names and values as typed, fills in the defaults. An error is a "ValueError" whose
    /// text names the parameter, what was given and what is taken; its path is the parameter.
    Result<Arguments> parse(const std::map<std::string, std::string, std::less<>>& given) const;
};

/// One parameter as typed; the same errors.
Result<Parameter::Scalar> parseParameter(const Parameter& parameter, std::string_view text);
/// As it would be typed: "1000000", "0.5", "kill".
std::string toText(const Parameter::Scalar& scalar);

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Why an object cannot be pickled: every culprit with its path, and beside it what the rest of the
// objects on the way would weigh.

#include "core/value/value.h"

#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// Something that does not travel. `path` is counted from the object that was asked for: ".pool".
struct Culprit {
    std::string path;
    std::string type; ///< as a person reads it: "Pool"
    std::string reason;

    bool operator==(const Culprit&) const = default;
};

/// One attribute, item or key of an object, and the opcodes it takes alone.
struct AttributeWeight {
    std::string name;                 ///< "n", or "[0]", "['key']" of a container
    std::optional<std::size_t> bytes; ///< none where it cannot travel

    bool operator==(const AttributeWeight&) const = default;
};

/// An object with its attributes in their order.
struct WeighedObject {
    std::string path;
    std::string type;
    std::vector<AttributeWeight> attributes;

    bool operator==(const WeighedObject&) const = default;
};

/// What toValue() says in a sentence, as data. Objects are those on the way to a culprit, the
/// outermost first; only the first few are weighed.
struct Unpicklability {
    std::string type; ///< of the object that was asked for
    std::vector<Culprit> culprits;
    std::vector<WeighedObject> objects;

    /// The "PicklingError" of it; its path is the first culprit's.
    Error error() const;
    /// All paths lead through `way` first.
    void lieBehind(const std::string& way);
};

/// "n 2 B · pool cannot travel"
std::string weightsText(const WeighedObject& object);

/// How many bytes of opcodes a value takes, without what frames and ends a pickle.
Result<std::size_t> pickledWeight(Value value, int protocol);

/// What each attribute of an object, each item of a container weighs alone; what several of them
/// share counts in each. Empty for what has no parts.
std::vector<AttributeWeight> weighAttributes(Value value, int protocol);

} // namespace poolscope

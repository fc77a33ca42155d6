// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/reduce/forms.h"

#include "core/reduce/registry.h"

#include <array>

namespace poolscope {

namespace {

bool isCallTo(Value value, std::string_view module, std::string_view qualname)
{
    return isPlainObject(value) && value.making() == Making::Reduce &&
           isGlobal(value.callable(), module, qualname);
}

} // namespace

Value boundMethod(Document& document, Value self, std::string_view name)
{
    const std::array<Value, 2> arguments{self, document.interned(name)};
    return document.object(Making::Reduce, document.global("builtins", "getattr"),
                           document.tuple(arguments));
}

std::optional<BoundMethod> asBoundMethod(Value value)
{
    if (!isCallTo(value, "builtins", "getattr") || value.state().valid()) {
        return std::nullopt;
    }
    const Value arguments = value.arguments();
    if (arguments.size() != 2 || arguments[1].kind() != Kind::Str) {
        return std::nullopt;
    }
    return BoundMethod{arguments[0], arguments[1].text()};
}

Value partial(Document& document, Value function, std::span<const std::pair<Value, Value>> keywords)
{
    const std::array<Value, 4> state{function, document.tuple({}), document.dict(keywords),
                                     document.none()};
    return document.object(Making::Reduce, document.global("functools", "partial"),
                           document.tuple(std::span(&function, 1)), document.tuple(state));
}

std::optional<Partial> asPartial(Value value)
{
    if (!isCallTo(value, "functools", "partial")) {
        return std::nullopt;
    }
    const Value state = value.state();
    if (!state.valid() || state.kind() != Kind::Tuple || state.size() != 4) {
        return std::nullopt;
    }
    const bool positional = state[1].kind() != Kind::Tuple || state[1].size() != 0;
    if (positional || state[2].kind() != Kind::Dict || state[3].kind() != Kind::None) {
        return std::nullopt;
    }
    return Partial{state[0], state[2]};
}

} // namespace poolscope

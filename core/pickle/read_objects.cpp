// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/reader.h"

#include "core/pickle/python2_names.h"
#include "core/pickle/raising.h"
#include "core/pickle/utf8.h"

namespace poolscope {

bool Reader::stackGlobal()
{
    if (!has(2)) {
        return false;
    }
    const Value qualname = m_document.at(m_stack.pop());
    const Value module = m_document.at(m_stack.pop());
    if (module.kind() == Kind::Persistent || qualname.kind() == Kind::Persistent) {
        return push(m_document.object(Making::LookUp, module, qualname));
    }
    if (module.kind() != Kind::Str || qualname.kind() != Kind::Str) {
        return fail("STACK_GLOBAL wants two str, a module and a name");
    }
    return push(m_document.global(module, qualname));
}

bool Reader::global()
{
    std::string_view module;
    std::string_view qualname;
    return line(module) && line(qualname) && pushGlobal(module, qualname);
}

bool Reader::pushGlobal(std::string_view module, std::string_view qualname)
{
    if (!isUtf8(module) || !isUtf8(qualname)) {
        return fail("a global whose name is no UTF-8");
    }
    const GlobalText name =
        m_protocol < 3 ? toPython3({module, qualname}) : GlobalText{module, qualname};
    return push(m_document.global(name.module, name.qualname));
}

// An object that a call gives may be callable, too; a list never is.
bool Reader::isCallable(std::uint32_t index)
{
    const Kind kind = m_document.nodes()[index].kind;
    const bool isSymbol = kind == Kind::Extension || kind == Kind::Persistent;
    return kind == Kind::Global || kind == Kind::Object || isSymbol ||
           fail("a call of what is neither a global nor an object");
}

bool Reader::call(Making making)
{
    if (!has(2)) {
        return false;
    }
    const Value arguments = m_document.at(m_stack.pop());
    const std::uint32_t callable = m_stack.pop();
    if (arguments.kind() != Kind::Tuple && arguments.kind() != Kind::Persistent) {
        return fail("the arguments of a call are no tuple");
    }
    if (!isCallable(callable)) {
        return false;
    }
    Value result;
    if (making == Making::Reduce && arguments.kind() == Kind::Tuple) {
        result = raised(m_document.at(callable), arguments, m_protocol, m_document);
    }
    return push(result.valid() ? result
                               : m_document.object(making, m_document.at(callable), arguments));
}

bool Reader::callWithKeywords()
{
    if (!has(3)) {
        return false;
    }
    const Value keywords = m_document.at(m_stack.pop());
    if (keywords.kind() != Kind::Dict && keywords.kind() != Kind::Persistent) {
        return fail("the keywords of NEWOBJ_EX are no dict");
    }
    if (!call(Making::NewObjectEx)) {
        return false;
    }
    m_document.setSlot(m_document.at(m_stack.top()), Slot::Keywords, keywords);
    return true;
}

bool Reader::build()
{
    if (!has(2)) {
        return false;
    }
    const Value state = m_document.at(m_stack.pop());
    const Value object = m_document.at(m_stack.top());
    if (object.kind() != Kind::Object) {
        return fail("BUILD gives a state to what is no object");
    }
    if (isComplete(object)) {
        return effect(object, Effect::Build, state);
    }
    m_document.setState(object, state);
    return true;
}

// In the order of CPython's save_reduce() the state comes last. What comes after it is an effect.
bool Reader::isComplete(Value object) { return object.state().valid() || object.effects().valid(); }

bool Reader::effect(Value object, Effect what, Value with)
{
    Value effects = object.effects();
    if (!effects.valid()) {
        effects = m_document.container(Kind::List, {});
        m_document.setSlot(object, Slot::Effects, effects);
    }
    m_document.append(effects, m_document.integer(static_cast<std::int64_t>(what)));
    m_document.append(effects, with);
    return true;
}

// `setter(object, state)` just called above `object` and now dropped: that is how a reducer's own
// way of setting the state is written. It becomes part of the object.
bool Reader::takeSetter()
{
    if (m_stack.size() - m_fence < 2) {
        return false;
    }
    const Value call = m_document.at(m_stack.top());
    const Value object = m_document.at(m_stack[m_stack.size() - 2]);
    if (call.kind() != Kind::Object || object.kind() != Kind::Object || object == call) {
        return false;
    }
    const Value arguments = call.arguments();
    if (arguments.kind() != Kind::Tuple || arguments.size() != 2 || arguments[0] != object) {
        return false;
    }
    m_stack.pop();
    if (isComplete(object)) {
        return effect(object, Effect::CallSetter,
                      m_document.tuple({call.callable(), arguments[1]}));
    }
    m_document.setState(object, arguments[1]);
    m_document.setSlot(object, Slot::Setter, call.callable());
    return true;
}

// Protocol 0: module and name in the text, arguments above the mark.
bool Reader::instance()
{
    std::string_view module;
    std::string_view qualname;
    std::span<std::uint32_t> arguments;
    if (!line(module) || !line(qualname) || !popMark(arguments)) {
        return false;
    }
    const std::vector<std::uint32_t> kept(arguments.begin(), arguments.end());
    return pushGlobal(module, qualname) && pushInstance(m_stack.pop(), kept);
}

// Protocol 1: the class is the first above the mark.
bool Reader::markedObject()
{
    std::span<std::uint32_t> items;
    if (!popMark(items)) {
        return false;
    }
    if (items.empty()) {
        return fail("OBJ finds no class above its mark");
    }
    return isCallable(items[0]) && pushInstance(items[0], items.subspan(1));
}

bool Reader::pushInstance(std::uint32_t callable, std::span<const std::uint32_t> arguments)
{
    const Value tuple = arguments.empty() ? m_document.at(Document::emptyTupleIndex)
                                          : m_document.container(Kind::Tuple, arguments);
    const Making making = arguments.empty() ? Making::NewObject : Making::Reduce;
    return push(m_document.object(making, m_document.at(callable), tuple));
}

} // namespace poolscope

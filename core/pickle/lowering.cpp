// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/lowering.h"

#include "core/pickle/utf8.h"

namespace poolscope {

namespace {

class Lowering final {
public:
    Lowering(int protocol, Document& document) : m_protocol(protocol), m_document(document) {}

    void lower(Value value)
    {
        const Kind kind = value.kind();
        if ((kind == Kind::Set || kind == Kind::FrozenSet) && m_protocol < 4) {
            lowerSet(value, kind == Kind::Set ? "set" : "frozenset");
        } else if (kind == Kind::ByteArray && m_protocol < 5) {
            lowerByteArray(value);
        } else if (kind == Kind::Bytes && m_protocol < 3) {
            lowerBytes(value);
        } else if (kind == Kind::Global && m_protocol < 4) {
            lowerGlobal(value);
        } else if (kind == Kind::Object && m_protocol < 4) {
            lowerObject(value);
        }
    }

private:
    void becomeCall(Value value, std::string_view module, std::string_view name, Value arguments)
    {
        const Value callable = m_document.global(module, name);
        m_document.become(value, m_document.object(Making::Reduce, callable, arguments));
    }

    void lowerSet(Value set, std::string_view name)
    {
        std::vector<Value> items;
        for (std::size_t i = 0; i < set.size(); ++i) {
            items.push_back(set[i]);
        }
        const Value list = m_document.list(items);
        becomeCall(set, "builtins", name, m_document.tuple({list}));
    }

    void lowerByteArray(Value array)
    {
        const Value none = m_document.at(Document::emptyTupleIndex);
        const std::string_view bytes = array.text();
        const Value arguments = bytes.empty() ? none : m_document.tuple({m_document.bytes(bytes)});
        becomeCall(array, "builtins", "bytearray", arguments);
    }

    // As text of the same code points.
    void lowerBytes(Value bytes)
    {
        if (bytes.text().empty()) {
            becomeCall(bytes, "builtins", "bytes", m_document.at(Document::emptyTupleIndex));
            return;
        }
        std::string text;
        for (const char byte : bytes.text()) {
            appendUtf8(text, static_cast<unsigned char>(byte));
        }
        const Value encoded = m_document.str(text);
        const Value codec = m_document.interned("latin1");
        becomeCall(bytes, "_codecs", "encode", m_document.tuple({encoded, codec}));
    }

    // "A.B" of a module becomes getattr(A, "B").
    void lowerGlobal(Value global)
    {
        const std::string_view qualname = global.qualname();
        const std::size_t dot = qualname.rfind('.');
        if (dot == std::string_view::npos) {
            return;
        }
        const Value parent = m_document.global(global.module(), qualname.substr(0, dot));
        const Value name = m_document.str(qualname.substr(dot + 1));
        becomeCall(global, "builtins", "getattr", m_document.tuple({parent, name}));
    }

    // cls.__new__(cls, *arguments, **keywords) becomes a call of a functools.partial of that.
    void lowerObject(Value object)
    {
        if (object.making() != Making::NewObjectEx || object.arguments().kind() != Kind::Tuple) {
            return;
        }
        const Value name = m_document.interned("__new__");
        const Value maker =
            m_document.object(Making::Reduce, m_document.global("builtins", "getattr"),
                              m_document.tuple({object.callable(), name}));
        std::vector<Value> arguments{object.callable()};
        for (std::size_t i = 0; i < object.arguments().size(); ++i) {
            arguments.push_back(object.arguments()[i]);
        }
        const Value state = m_document.tuple(
            {maker, m_document.tuple(arguments), object.keywords(), m_document.none()});
        const Value partial =
            m_document.object(Making::Reduce, m_document.global("functools", "partial"),
                              m_document.tuple({maker}), state);
        m_document.remake(object, Making::Reduce, partial);
    }

    const int m_protocol;
    Document& m_document;
};

} // namespace

Value lowered(Value value, int protocol, Document& document)
{
    document.clear();
    const Value result = protocol < 4 ? document.copyMergingGlobals(value) : document.copy(value);
    Lowering lowering(protocol, document);
    for (std::uint32_t i = 0; i < document.nodeCount(); ++i) { // also those that it adds
        lowering.lower(document.at(i));
    }
    return result;
}

} // namespace poolscope

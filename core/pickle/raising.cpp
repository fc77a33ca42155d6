// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/raising.h"

#include "core/pickle/hashable.h"
#include "core/pickle/utf8.h"

namespace poolscope {

namespace {

class Raising final {
public:
    Raising(Value callable, Value arguments, int protocol, Document& document)
        : m_callable(callable), m_arguments(arguments), m_protocol(protocol), m_document(document)
    {}

    Value builtin(std::string_view name)
    {
        if (name == "bytearray") {
            return byteArray();
        }
        if (m_protocol < 3 && name == "bytes" && m_arguments.size() == 0) {
            return m_document.bytesView({});
        }
        if (m_protocol < 4 && (name == "set" || name == "frozenset")) {
            return set(name == "set" ? Kind::Set : Kind::FrozenSet);
        }
        return m_protocol < 4 && name == "getattr" ? nested() : Value();
    }

    // Bytes as text of the same code points.
    Value encoded()
    {
        if (!hasKinds(Kind::Str, Kind::Str) || m_arguments[1].text() != "latin1") {
            return {};
        }
        std::string bytes;
        return fromLatin1(m_arguments[0].text(), bytes) ? m_document.bytes(bytes) : Value();
    }

private:
    bool hasKinds(Kind first, Kind second) const
    {
        return m_arguments.size() == 2 && m_arguments[0].kind() == first &&
               m_arguments[1].kind() == second;
    }

    // Bytes that came from the memo are somebody else's, too, and the call is kept as it stands.
    // Lowering finds the global again, which may share its texts with others.
    Value byteArray()
    {
        std::string_view content;
        if (m_arguments.size() != 0) {
            const Value bytes = m_arguments[0];
            const bool isOwn = bytes.index() + 1 == m_arguments.index();
            if (m_arguments.size() != 1 || bytes.kind() != Kind::Bytes || !isOwn) {
                return {};
            }
            content = bytes.text();
        }
        m_document.intern(m_callable);
        return m_document.byteArrayView(content);
    }

    Value set(Kind kind)
    {
        if (m_arguments.size() != 1 || m_arguments[0].kind() != Kind::List) {
            return {};
        }
        const Value list = m_arguments[0];
        const std::uint32_t* links =
            m_document.links() + m_document.nodes()[list.index()].run.first;
        const std::vector<std::uint32_t> items(links, links + list.size());
        return Hashable(m_document).obstacle(items, 1) == Kind::None
                   ? m_document.container(kind, items)
                   : Value();
    }

    Value nested()
    {
        if (!hasKinds(Kind::Global, Kind::Str)) {
            return {};
        }
        const std::string qualname(m_arguments[0].qualname());
        return m_document.global(m_arguments[0].module(),
                                 qualname + "." + std::string(m_arguments[1].text()));
    }

    const Value m_callable;
    const Value m_arguments;
    const int m_protocol;
    Document& m_document;
};

} // namespace

Value raised(Value callable, Value arguments, int protocol, Document& document)
{
    if (protocol >= 5 || callable.kind() != Kind::Global) {
        return {};
    }
    Raising raising(callable, arguments, protocol, document);
    if (callable.module() == "builtins") {
        return raising.builtin(callable.qualname());
    }
    const bool isEncode = callable.module() == "_codecs" && callable.qualname() == "encode";
    return isEncode && protocol < 3 ? raising.encoded() : Value();
}

} // namespace poolscope

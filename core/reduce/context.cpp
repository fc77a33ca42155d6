// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/reduce/context.h"

namespace poolscope {

namespace {

// A list of a million bad items must not make a text of a million lines.
constexpr std::size_t culpritsTold = 8;
constexpr std::size_t objectsWeighed = 8;

std::string sentence(const Culprit& culprit, const std::string& object)
{
    if (culprit.path.empty()) {
        return culprit.reason;
    }
    return object + culprit.path + " is " + withArticle(culprit.type) + ", and " + culprit.reason;
}

} // namespace

Value Reducing::text(std::string_view utf8, const PathStep& where)
{
    if (!isText(utf8)) {
        return refuse(where, "str", "its bytes are not UTF-8 (a Blob holds any bytes)");
    }
    return m_borrows ? m_document.strView(utf8) : m_document.str(utf8);
}

Value Reducing::bytes(std::string_view bytes)
{
    return m_borrows ? m_document.bytesView(bytes) : m_document.bytes(bytes);
}

Value Reducing::refuse(const PathStep& where, std::string name, std::string reason)
{
    m_culprits.push_back({where.path(), std::move(name), std::move(reason)});
    return {};
}

int Reducing::weighing() const { return m_objects.size() < objectsWeighed ? m_weighing : 0; }

Error Unpicklability::error() const
{
    std::string text = type + " cannot be pickled: ";
    for (std::size_t i = 0; i < culprits.size() && i < culpritsTold; ++i) {
        text += (i == 0 ? "" : "; ") + sentence(culprits[i], type);
    }
    if (culprits.size() > culpritsTold) {
        text += "; and " + std::to_string(culprits.size() - culpritsTold) + " more";
    }
    return {"PicklingError", text + ".", culprits.front().path};
}

std::nullopt_t Rebuilding::mismatch(const PathStep& where, Value came, std::string_view expected)
{
    std::string reason = "should be " + std::string(expected) + ", but is ";
    if (came.kind() == Kind::None) {
        reason += "None";
    } else if (came.kind() == Kind::Object || came.kind() == Kind::Global) {
        reason += repr(came, 80);
    } else {
        reason += "the " + std::string(kindName(came.kind())) + " " + repr(came, 80);
    }
    return fail(where, std::move(reason));
}

std::nullopt_t Rebuilding::fail(const PathStep& where, std::string reason)
{
    if (m_reason.empty()) {
        m_path = where.path();
        m_reason = std::move(reason);
    }
    return std::nullopt;
}

Error Rebuilding::error(const std::string& name) const
{
    const std::string object =
        m_path.empty() ? "What came for " + withArticle(name) : name + m_path;
    return {"UnpicklingError", object + " " + m_reason + ".", m_path};
}

} // namespace poolscope

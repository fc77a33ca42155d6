// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/direct_writer.h"

#include "core/pickle/utf8.h"

namespace poolscope {

namespace {

constexpr std::size_t longestValue = 0x7fffffff; // what is longer takes the way through a document

} // namespace

DirectWriter::DirectWriter(int protocol, Buffer& out) : m_protocol(protocol), m_out(out)
{
    m_out.put(Op::Proto, static_cast<std::uint64_t>(protocol), 1);
    if (protocol >= 4) {
        m_out.startFraming();
    }
}

void DirectWriter::prelude(const Prelude& prelude)
{
    if (m_memoized != 0) {
        return giveUp();
    }
    m_out.boundary();
    m_out.putBytes(prelude.opcodes());
    m_memoized = prelude.memoized();
    m_prelude = &prelude;
}

bool DirectWriter::finish()
{
    if (!m_gaveUp) {
        m_out.put(Op::Stop);
        m_out.finish();
    }
    return !m_gaveUp;
}

void DirectWriter::bigInteger(std::string_view twosComplement)
{
    if (twosComplement.size() > longestValue) {
        return giveUp();
    }
    m_out.boundary();
    const bool isShort = twosComplement.size() < 256;
    m_out.put(isShort ? Op::Long1 : Op::Long4, twosComplement.size(), isShort ? 1 : 4);
    m_out.putBytes(twosComplement);
}

void DirectWriter::longText(std::string_view utf8)
{
    if (!isUtf8(utf8) || utf8.size() > longestValue) {
        return giveUp();
    }
    m_out.boundary();
    if (utf8.size() < 256 && m_protocol >= 4) {
        m_out.put(Op::ShortBinUnicode, utf8.size(), 1);
        m_out.putBytes(utf8);
    } else {
        m_out.putPayload(Op::BinUnicode, 4, utf8);
    }
    memoize();
}

void DirectWriter::bytes(std::string_view bytes)
{
    if (m_protocol < 3 || bytes.size() > longestValue) {
        return giveUp();
    }
    m_out.boundary();
    if (bytes.size() < 256) {
        m_out.put(Op::ShortBinBytes, bytes.size(), 1);
        m_out.putBytes(bytes);
    } else {
        m_out.putPayload(Op::BinBytes, 4, bytes);
    }
    memoize();
}

void DirectWriter::object(const char* module, const char* qualname)
{
    if (m_protocol < 4) {
        return giveUp();
    }
    m_out.boundary();
    global(module, qualname);
    leaf(Op::EmptyTuple);
    m_out.put(Op::NewObj);
    memoize();
}

void DirectWriter::beginFields(std::size_t count)
{
    if (count > batchSize) {
        return giveUp();
    }
    begin(Op::EmptyDict);
    if (count != 1) {
        m_out.put(Op::Mark);
    }
}

void DirectWriter::name(const char* name)
{
    Known& known = this->known(name, nullptr);
    if (known.name == name && known.module == nullptr) {
        return get(known.number);
    }
    std::uint32_t number = 0;
    newName(name, number);
    known = {name, nullptr, number};
}

/// A name that has not been seen at this address. Equal names are one object.
void DirectWriter::newName(const char* name, std::uint32_t& number)
{
    const auto [found, isNew] = m_names.try_emplace(name, m_memoized);
    if (!isNew) {
        number = found->second;
        return get(number);
    }
    const auto before = m_prelude != nullptr ? m_prelude->find(name) : Prelude::Name{};
    if (before.isDoubtful) {
        return giveUp();
    }
    if (before.number) {
        found->second = *before.number;
        get(found->second);
    } else {
        text(name);
    }
    number = found->second;
}

void DirectWriter::global(const char* module, const char* qualname)
{
    Known& known = this->known(qualname, module);
    if (known.name == qualname && known.module == module) {
        return get(known.number);
    }
    if (m_prelude != nullptr) {
        if (const auto* before = m_prelude->findGlobal(module, qualname)) {
            known = {qualname, module, before->number};
            return get(before->number);
        }
    }
    const auto found = m_globals.find({module, qualname});
    if (found == m_globals.end()) {
        std::uint32_t number = 0;
        newName(module, number);
        newName(qualname, number);
        m_out.put(Op::StackGlobal);
        known = {qualname, module, m_memoized};
        m_globals.emplace(std::pair(module, qualname), m_memoized);
        memoize();
    } else {
        known = {qualname, module, found->second};
        get(found->second);
    }
}

} // namespace poolscope

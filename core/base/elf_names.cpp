// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/base/elf_names.h"

#include "core/base/descriptor.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <string_view>

#include <fcntl.h>
#include <link.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace poolscope {

namespace {

using Head = ElfW(Ehdr);
using Section = ElfW(Shdr);
using Symbol = ElfW(Sym);

/// A file's bytes while it is looked at.
class MappedFile final {
public:
    explicit MappedFile(const std::string& path)
    {
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        struct stat status {};
        if (!file || ::fstat(file.get(), &status) != 0 || status.st_size == 0) {
            return;
        }
        const auto size = static_cast<std::size_t>(status.st_size);
        void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
        if (data != MAP_FAILED) {
            m_bytes = {static_cast<const char*>(data), size};
        }
    }
    ~MappedFile()
    {
        if (!m_bytes.empty()) {
            ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
        }
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    /// So many of them at that place; none where they would not lie in the file.
    template <class T> std::span<const T> rows(std::uint64_t at, std::uint64_t count) const
    {
        const bool fits = at % alignof(T) == 0 && at <= m_bytes.size() &&
                          count <= (m_bytes.size() - at) / sizeof(T);
        return fits ? std::span(reinterpret_cast<const T*>(m_bytes.data() + at),
                                static_cast<std::size_t>(count))
                    : std::span<const T>();
    }

private:
    std::string_view m_bytes;
};

std::span<const Section> sectionsOf(const MappedFile& file)
{
    const auto head = file.rows<Head>(0, 1);
    constexpr unsigned char ownClass = sizeof(void*) == 8 ? ELFCLASS64 : ELFCLASS32;
    if (head.empty() || std::memcmp(head[0].e_ident, ELFMAG, SELFMAG) != 0 ||
        head[0].e_ident[EI_CLASS] != ownClass || head[0].e_shentsize != sizeof(Section)) {
        return {};
    }
    return file.rows<Section>(head[0].e_shoff, head[0].e_shnum);
}

/// The text that begins at a place of a section of texts.
std::string_view textAt(const MappedFile& file, std::span<const Section> sections,
                        std::uint64_t section, std::uint64_t at)
{
    if (section >= sections.size() || at >= sections[section].sh_size) {
        return {};
    }
    const auto bytes = file.rows<char>(sections[section].sh_offset, sections[section].sh_size);
    const auto rest = bytes.subspan(std::min<std::size_t>(at, bytes.size()));
    const auto end = std::find(rest.begin(), rest.end(), '\0');
    return {rest.data(), static_cast<std::size_t>(end - rest.begin())};
}

bool holds(const Symbol& symbol, std::uintptr_t address)
{
    return (symbol.st_info & 0xf) == STT_FUNC && symbol.st_shndx != SHN_UNDEF &&
           address - symbol.st_value < symbol.st_size; // wraps where it lies before
}

std::string functionAt(const MappedFile& file, std::span<const Section> sections,
                       const Section& table, std::uintptr_t address)
{
    const auto symbols = file.rows<Symbol>(table.sh_offset, table.sh_size / sizeof(Symbol));
    const auto found = std::find_if(symbols.begin(), symbols.end(),
                                    [&](const Symbol& symbol) { return holds(symbol, address); });
    return found == symbols.end()
               ? std::string()
               : std::string(textAt(file, sections, table.sh_link, found->st_name));
}

} // namespace

ElfName nameInFile(const std::string& path, std::uintptr_t address)
{
    const MappedFile file(path);
    const auto sections = sectionsOf(file);
    ElfName name;
    for (const Section& section : sections) {
        const bool isTable = section.sh_type == SHT_SYMTAB || section.sh_type == SHT_DYNSYM;
        if (isTable && name.function.empty()) {
            name.function = functionAt(file, sections, section, address);
        }
        const auto names = file.rows<Head>(0, 1)[0].e_shstrndx;
        name.hasLines =
            name.hasLines || textAt(file, sections, names, section.sh_name) == ".debug_line";
    }
    return name;
}

} // namespace poolscope

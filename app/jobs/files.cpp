// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace poolscope {

namespace {

namespace fs = std::filesystem;

Error unreadable(const std::string& path, const std::string& reason)
{
    return {"OSError", path + " cannot be read: " + reason + ".", "path"};
}

Result<std::vector<fs::path>> filesBelow(const std::string& folder)
{
    std::error_code error;
    fs::directory_iterator(folder, error); // folders below may be closed to us, this one may not
    std::vector<fs::path> files;
    fs::recursive_directory_iterator entry;
    if (!error) {
        entry = {folder, fs::directory_options::skip_permission_denied, error};
    }
    for (; !error && entry != fs::end(entry); entry.increment(error)) {
        std::error_code gone; // a file that vanished meanwhile is left out
        if (fs::is_regular_file(entry->symlink_status(gone))) {
            files.push_back(entry->path());
        }
    }
    if (error) {
        return unreadable(folder, error.message());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// How many bytes the character has that `text` begins with; 0 where that is no UTF-8.
std::size_t characterSize(std::string_view text)
{
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    const bool begins = first >= 0xc2 && first <= 0xf4; // below are overlong forms of ASCII
    const std::size_t size = first < 0xe0 ? 2 : (first < 0xf0 ? 3 : 4);
    if (!begins || text.size() < size) {
        return 0;
    }
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xc0U) != 0x80) {
            return 0;
        }
    }
    // Overlong forms, surrogates and what lies above U+10FFFF are refused by the second byte.
    const unsigned least = first == 0xe0 ? 0xa0 : (first == 0xf0 ? 0x90 : 0x80);
    const unsigned most = first == 0xed ? 0x9f : (first == 0xf4 ? 0x8f : 0xbf);
    return byte(1) >= least && byte(1) <= most ? size : 0;
}

/// The byte that a lone surrogate at the beginning of `text` stands for, or -1.
int escapedByte(std::string_view text)
{
    if (text.size() < 3 || text[0] != '\xed' || (text[1] != '\xb2' && text[1] != '\xb3')) {
        return -1;
    }
    return (text[1] == '\xb2' ? 0x80 : 0xc0) | (static_cast<unsigned char>(text[2]) & 0x3f);
}

} // namespace

Result<std::vector<fs::path>> filesAt(const std::string& path)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (error) {
        return unreadable(path, error.message());
    }
    if (fs::is_directory(status)) {
        return filesBelow(path);
    }
    if (!fs::is_regular_file(status)) {
        return unreadable(path, "it is neither a file nor a folder");
    }
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"),
                                                               &std::fclose);
    if (!file) {
        return unreadable(path, std::strerror(errno));
    }
    return std::vector<fs::path>{path};
}

std::string textOfName(std::string_view name)
{
    std::string text;
    while (!name.empty()) {
        const std::size_t size = characterSize(name);
        if (size != 0) {
            text += name.substr(0, size);
        } else { // U+DC00 + the byte
            const auto byte = static_cast<unsigned char>(name[0]);
            text +=
                {'\xed', byte < 0xc0 ? '\xb2' : '\xb3', static_cast<char>(0x80 | (byte & 0x3f))};
        }
        name.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return text;
}

std::string nameOfText(std::string_view text)
{
    std::string name;
    while (!text.empty()) {
        const int byte = escapedByte(text);
        name += byte < 0 ? text[0] : static_cast<char>(byte);
        text.remove_prefix(byte < 0 ? 1 : 3);
    }
    return name;
}

} // namespace poolscope

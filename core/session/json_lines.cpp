// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// Items from a file with one JSON value a line. The whole file is checked when it is opened, so
// that a run does not stop half way for a bad line; each line is read again when its item is taken,
// so that a large input is never all in memory as values.

#include "core/session/session.h"

#include "core/session/json_reader.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>

namespace poolscope {
namespace {

struct Line {
    std::size_t begin = 0;
    std::size_t length = 0;
};

class JsonLines final : public Input {
public:
    JsonLines(std::string text, std::vector<Line> lines)
        : m_text(std::move(text)), m_lines(std::move(lines))
    {}

    std::uint64_t size() const override { return m_lines.size(); }

    Result<std::shared_ptr<const Items>> take(std::uint64_t first, std::size_t count) override
    {
        auto document = std::make_unique<Document>();
        std::vector<Value> values;
        values.reserve(count);
        for (std::uint64_t i = first; i < first + count; ++i) {
            const Line& line = m_lines[i];
            auto value =
                readJson(std::string_view(m_text).substr(line.begin, line.length), *document);
            if (!value) {
                return value.error();
            }
            values.push_back(*value);
        }
        return std::shared_ptr<const Items>(
            std::make_shared<ValueItems>(std::move(document), std::move(values)));
    }

private:
    std::string m_text;
    std::vector<Line> m_lines;
};

Error cannotRead(const std::string& path)
{
    return {"OSError", "cannot read " + path + ": " + std::strerror(errno), {}};
}

Result<std::string> readFile(const std::string& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
        return cannotRead(path);
    }
    std::string text;
    constexpr std::size_t step = 1 << 20;
    for (;;) {
        const std::size_t before = text.size();
        text.resize(before + step);
        const ssize_t got = ::read(file.get(), text.data() + before, step);
        if (got < 0 && errno == EINTR) {
            text.resize(before);
            continue;
        }
        if (got < 0) {
            return cannotRead(path);
        }
        text.resize(before + static_cast<std::size_t>(got));
        if (got == 0) {
            return text;
        }
    }
}

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

} // namespace

Result<std::shared_ptr<Input>> openJsonLines(const std::string& path)
{
    Result<std::string> text = readFile(path);
    if (!text) {
        return text.error();
    }
    std::vector<Line> lines;
    Document document;
    std::size_t number = 1;
    for (std::size_t begin = 0; begin < text->size(); ++number) {
        const std::size_t end = std::min(text->find('\n', begin), text->size());
        const std::string_view line = std::string_view(*text).substr(begin, end - begin);
        if (!isBlank(line)) {
            Value value;
            document.clear();
            if (const auto fault = parseJson(line, document, value)) {
                return Error{"ValueError",
                             path + ":" + std::to_string(number) + ":" +
                                 std::to_string(columnOf(line, fault->offset)) + ": " + fault->text,
                             {}};
            }
            lines.push_back({begin, line.size()});
        }
        begin = end + 1;
    }
    return std::shared_ptr<Input>(std::make_shared<JsonLines>(std::move(*text), std::move(lines)));
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/repack_command.h"

#include "app/cli/input_file.h"
#include "app/cli/output.h"
#include "core/pickle/pickle.h"

#include <cstring>

namespace poolscope {
namespace {

using Protocol = std::optional<int>;

Result<Protocol> protocolFrom(const std::string& typed)
{
    if (typed.empty()) {
        return Protocol();
    }
    const bool isOne = typed.size() == 1 && typed[0] >= '2' && typed[0] <= '0' + highestProtocol;
    if (!isOne) {
        return Error{"ValueError", "--protocol is 2, 3, 4 or 5, not \"" + typed + "\".", {}};
    }
    return Protocol(typed[0] - '0');
}

ExitCode complainOf(const Error& error, ExitCode code)
{
    complain(error.text);
    return code;
}

/// What a message takes from outside stays as it is.
PickleLimits lossless()
{
    PickleLimits limits;
    limits.symbols = true;
    return limits;
}

ExitCode repackFile(const RepackArguments& typed, Protocol protocol)
{
    Buffer message;
    Result<InputFile> input = InputFile::open(typed.file);
    const Result<void> read = input.ok() ? input->readAll(message) : input.error();
    if (!read.ok()) {
        return complainOf(read.error(), ExitCode::BadFile);
    }
    Buffer pickle;
    const Result<void> done = Repacker().repack(message.view(), protocol, lossless(), pickle);
    if (!done.ok()) {
        complain(typed.file + " cannot be repacked: " + done.error().text);
        return ExitCode::BadFile;
    }
    Result<Output> output = Output::open(typed.out);
    if (!output.ok()) {
        return complainOf(output.error(), ExitCode::BadFile);
    }
    output->text() = pickle.view();
    return flushed(*output);
}

void appendFrame(std::string& out, std::int32_t length, std::string_view bytes)
{
    char header[sizeof length];
    std::memcpy(header, &length, sizeof length);
    out.append(header, sizeof header).append(bytes);
}

/// The stream from its first frame to its end.
class FrameStream final {
public:
    FrameStream(Output& output, Protocol protocol) : m_output(output), m_protocol(protocol) {}

    ExitCode serve()
    {
        while (m_output.good()) {
            const Result<bool> more = next();
            if (!more.ok()) {
                complain(more.error().text);
                flushed(m_output);
                return ExitCode::BadFile;
            }
            if (!*more) {
                break;
            }
            answer();
        }
        return flushed(m_output);
    }

private:
    /// Reads a frame into m_message; false at the end of the stream.
    Result<bool> next()
    {
        m_message.clear();
        const Result<void> header = m_input.read(sizeof(std::int32_t), m_message);
        if (!header.ok() || m_message.empty()) {
            return header.ok() ? Result<bool>(false) : header.error();
        }
        if (m_message.size() < sizeof(std::int32_t)) {
            return truncated();
        }
        std::int32_t length = 0;
        std::memcpy(&length, m_message.data(), sizeof length);
        if (length < 0) {
            return Error{"ValueError", "the stream has a frame of a negative length.", {}};
        }
        m_message.clear();
        const Result<void> body = m_input.read(static_cast<std::size_t>(length), m_message);
        if (!body.ok()) {
            return body.error();
        }
        return m_message.size() == static_cast<std::size_t>(length) ? Result<bool>(true)
                                                                    : truncated();
    }

    static Error truncated() { return {"ValueError", "the stream ends within a frame.", {}}; }

    void answer()
    {
        m_pickle.clear();
        const Result<void> done =
            m_repacker.repack(m_message.view(), m_protocol, lossless(), m_pickle);
        const std::string_view bytes = done.ok() ? m_pickle.view() : done.error().text;
        const auto length = static_cast<std::int32_t>(bytes.size());
        appendFrame(m_output.text(), done.ok() ? length : -length, bytes);
        m_output.flush(); // who asks waits for the answer
    }

    InputFile m_input = InputFile::standard();
    Output& m_output;
    const Protocol m_protocol;
    Repacker m_repacker;
    Buffer m_message;
    Buffer m_pickle;
};

} // namespace

ExitCode repackPickle(const RepackArguments& typed)
{
    const Result<Protocol> protocol = protocolFrom(typed.protocol);
    if (!protocol.ok()) {
        return complainOf(protocol.error(), ExitCode::WrongCall);
    }
    if (typed.frames == !typed.file.empty()) {
        complain("repack wants either a FILE or --frames: poolscope pickle repack --help.");
        return ExitCode::WrongCall;
    }
    if (!typed.frames) {
        return repackFile(typed, *protocol);
    }
    Output output = Output::standard();
    return FrameStream(output, *protocol).serve();
}

} // namespace poolscope

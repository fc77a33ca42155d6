// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pickle/pickle.h"
#include "core/reduce/unpicklability.h"

namespace poolscope {

namespace {

constexpr char frameOpcode = '\x95';
constexpr std::size_t frameHeader = 9;
constexpr std::size_t protocolAndStop = 3;

std::uint64_t littleEndian(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    }
    return number;
}

/// Bytes of a big payload that stands outside all frames, its header included; 0 where none begins.
std::size_t payloadSize(std::string_view pickle)
{
    const char op = pickle.front();
    const bool wide = op == '\x8d' || op == '\x8e' || op == '\x96';
    const std::size_t header = wide ? 9 : 5;
    if ((!wide && op != 'X' && op != 'B') || pickle.size() < header) {
        return 0;
    }
    return header + littleEndian(pickle.substr(1, header - 1));
}

/// Headers of frames in a pickle of our own.
std::size_t countFrames(std::string_view pickle)
{
    std::size_t frames = 0;
    for (pickle.remove_prefix(2); pickle.size() >= frameHeader;) {
        std::size_t step = payloadSize(pickle);
        if (pickle.front() == frameOpcode) {
            ++frames;
            step = frameHeader + littleEndian(pickle.substr(1, frameHeader - 1));
        }
        pickle.remove_prefix(step == 0 ? 1 : std::min(step, pickle.size()));
    }
    return frames;
}

class Scales {
public:
    explicit Scales(int protocol) : m_writer(protocol) {}

    Result<std::size_t> weigh(Value value)
    {
        m_out.clear();
        const Result<void> written = m_writer.write(value, m_out);
        if (!written.ok()) {
            return written.error();
        }
        const std::size_t frames = m_writer.protocol() >= 4 ? countFrames(m_out.view()) : 0;
        return m_out.size() - protocolAndStop - frames * frameHeader;
    }
    void add(std::vector<AttributeWeight>& weights, std::string name, Value value)
    {
        const Result<std::size_t> weight = weigh(value);
        weights.push_back({std::move(name), weight.ok() ? std::optional(*weight) : std::nullopt});
    }

private:
    PickleWriter m_writer;
    Buffer m_out;
};

void weighDict(std::vector<AttributeWeight>& weights, Scales& scales, Value dict, bool isState)
{
    for (std::size_t i = 0; i < dict.size(); ++i) {
        const Value key = dict.key(i);
        const bool isName = isState && key.kind() == Kind::Str;
        scales.add(weights, isName ? std::string(key.text()) : "[" + repr(key, 40) + "]",
                   dict.item(i));
    }
}

} // namespace

Result<std::size_t> pickledWeight(Value value, int protocol)
{
    return Scales(protocol).weigh(value);
}

std::vector<AttributeWeight> weighAttributes(Value value, int protocol)
{
    Scales scales(protocol);
    std::vector<AttributeWeight> weights;
    const Value inner =
        value.kind() == Kind::Object && value.state().valid() ? value.state() : value;
    switch (inner.kind()) {
    case Kind::Dict: weighDict(weights, scales, inner, inner != value); break;
    case Kind::List:
    case Kind::Tuple:
    case Kind::Set:
    case Kind::FrozenSet:
        for (std::size_t i = 0; i < inner.size(); ++i) {
            scales.add(weights, "[" + std::to_string(i) + "]", inner[i]);
        }
        break;
    default: break;
    }
    return weights;
}

void Unpicklability::lieBehind(const std::string& way)
{
    for (Culprit& culprit : culprits) {
        culprit.path.insert(0, way);
    }
    for (WeighedObject& object : objects) {
        object.path.insert(0, way);
    }
}

std::string weightsText(const WeighedObject& object)
{
    std::string text;
    for (const AttributeWeight& attribute : object.attributes) {
        text += text.empty() ? "" : " · ";
        text += attribute.name + (attribute.bytes ? " " + std::to_string(*attribute.bytes) + " B"
                                                  : " cannot travel");
    }
    return text;
}

} // namespace poolscope

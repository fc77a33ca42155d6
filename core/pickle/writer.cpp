// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/encoder.h"
#include "core/pickle/lowering.h"
#include "core/pickle/pickle.h"

namespace poolscope {

struct PickleWriter::State {
    int protocol;
    EncoderMemory memory;
    std::unique_ptr<Document> lowered; // made when an older protocol first needs it
};

PickleWriter::PickleWriter(int protocol) : m_state(std::make_unique<State>())
{
    assert(protocol >= 2 && protocol <= highestProtocol);
    m_state->protocol = protocol;
}

PickleWriter::~PickleWriter() = default;

int PickleWriter::protocol() const { return m_state->protocol; }

Result<void> PickleWriter::write(Value value, Buffer& out, std::vector<std::string_view>* beside,
                                 std::size_t largeBytes)
{
    assert(value.valid());
    State& state = *m_state;
    for (Value root = value;;) {
        Encoder encoder(state.protocol, state.memory, root, out, beside, largeBytes);
        switch (encoder.run()) {
        case Encoder::Outcome::Done: return {};
        case Encoder::Outcome::Failed: return encoder.error();
        case Encoder::Outcome::NeedsLowering: break;
        }
        assert(root == value && "lowering leaves nothing to lower");
        if (root != value) {
            return Error{"PicklingError", "this value needs a higher protocol", {}};
        }
        if (!state.lowered) {
            state.lowered = std::make_unique<Document>();
        }
        root = lowered(value, state.protocol, *state.lowered);
    }
}

} // namespace poolscope

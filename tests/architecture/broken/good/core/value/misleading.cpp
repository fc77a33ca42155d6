// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// What looks like a long function and is none: brackets in literals, comments and directives,
// long classes, enumerations and tables.
#include "core/value/value.h"

#include <array>
#include <string>

namespace poolscope {
namespace {

enum class Letter {
    letter0,
    letter1,
    letter2,
    letter3,
    letter4,
    letter5,
    letter6,
    letter7,
    letter8,
    letter9,
    letter10,
    letter11,
    letter12,
    letter13,
    letter14,
    letter15,
    letter16,
    letter17,
    letter18,
    letter19,
    letter20,
    letter21,
    letter22,
    letter23,
    letter24,
    letter25,
    letter26,
    letter27,
    letter28,
    letter29,
    letter30,
    letter31,
    letter32,
    letter33,
    letter34,
    letter35,
    letter36,
    letter37,
    letter38,
    letter39,
    letter40,
    letter41,
    letter42,
    letter43,
    letter44,
};

struct Name {
    const char* text;
};

constexpr std::array<Name, 45> names = {{
    {"{0"},
    {"{1"},
    {"{2"},
    {"{3"},
    {"{4"},
    {"{5"},
    {"{6"},
    {"{7"},
    {"{8"},
    {"{9"},
    {"{10"},
    {"{11"},
    {"{12"},
    {"{13"},
    {"{14"},
    {"{15"},
    {"{16"},
    {"{17"},
    {"{18"},
    {"{19"},
    {"{20"},
    {"{21"},
    {"{22"},
    {"{23"},
    {"{24"},
    {"{25"},
    {"{26"},
    {"{27"},
    {"{28"},
    {"{29"},
    {"{30"},
    {"{31"},
    {"{32"},
    {"{33"},
    {"{34"},
    {"{35"},
    {"{36"},
    {"{37"},
    {"{38"},
    {"{39"},
    {"{40"},
    {"{41"},
    {"{42"},
    {"{43"},
    {"{44"},
}};

/* an unmatched { here, */ // another { there
const std::string braces = "{{{ \" {";
const char brace = '{';
const long million = 1'000'000;
const std::string raw = R"x({ " {{ )" { )x";

#ifdef NEVER
void twice()
{
#else
void twice(int)
{
#endif
}

class Counter : public Name {
public:
    explicit Counter(int first)
        : Name{nullptr}, m_first{first}
    {
    }

    int next() const noexcept
    {
        int count = m_first;
        count += 0;
        count += 1;
        count += 2;
        count += 3;
        count += 4;
        count += 5;
        count += 6;
        count += 7;
        count += 8;
        count += 9;
        count += 10;
        count += 11;
        count += 12;
        count += 13;
        count += 14;
        count += 15;
        count += 16;
        count += 17;
        count += 18;
        count += 19;
        count += 20;
        count += 21;
        count += 22;
        count += 23;
        count += 24;
        count += 25;
        count += 26;
        count += 27;
        count += 28;
        count += 29;
        return count;
    }

    bool operator()(int other) const { return other == m_first; }

private:
    int m_first{0};
};

template <typename T = std::array<int, 3>>
auto first(const T& values) -> decltype(values[0])
{
    return values[0];
}

} // namespace
} // namespace poolscope

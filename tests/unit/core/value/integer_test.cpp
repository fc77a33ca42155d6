// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/value/value.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace poolscope {
namespace {

Integer parsed(std::string_view digits)
{
    Integer value;
    EXPECT_TRUE(Integer::parse(digits, value)) << digits;
    return value;
}

TEST(Integer, isWrittenAsItWasRead)
{
    for (const char* digits :
         {"0", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
          "-9223372036854775809", "123456789012345678901234567890"}) {
        EXPECT_EQ(parsed(digits).toString(), digits);
    }
    EXPECT_EQ(parsed("+7").toString(), "7");
}

TEST(Integer, refusesWhatIsNoInteger)
{
    Integer value(5);
    for (const char* text : {"", "-", "+", "1.0", " 1", "0x10", "--1", "1-"}) {
        EXPECT_FALSE(Integer::parse(text, value)) << text;
    }
    EXPECT_EQ(value, Integer(5));
}

TEST(Integer, hasTheBytesOfPicklesLong1)
{
    const std::pair<const char*, std::string> cases[] = {
        {"0", ""},
        {"127", "\x7f"},
        {"128", std::string("\x80\x00", 2)},
        {"-128", "\x80"},
        {"-129", "\x7f\xff"},
        {"9223372036854775808", std::string("\0\0\0\0\0\0\0\x80\0", 9)},
        {"-9223372036854775808", std::string("\0\0\0\0\0\0\0\x80", 8)},
        {"-9223372036854775809", "\xff\xff\xff\xff\xff\xff\xff\x7f\xff"},
    };
    for (const auto& [digits, bytes] : cases) {
        EXPECT_EQ(parsed(digits).toTwosComplement(), bytes) << digits;
        EXPECT_EQ(Integer::fromTwosComplement(bytes).toString(), digits);
    }
}

TEST(Integer, dropsBytesThatOnlyRepeatTheSign)
{
    EXPECT_TRUE(Integer::fromTwosComplement(std::string("\x05\0\0\0\0\0\0\0\0\0", 10)).fitsInt64());
    EXPECT_EQ(Integer::fromTwosComplement(std::string(12, '\xff')), Integer(-1));
}

TEST(Integer, growsPast64BitsAndComesBack)
{
    const Integer most = std::numeric_limits<std::int64_t>::max();
    const Integer least = std::numeric_limits<std::int64_t>::min();
    EXPECT_EQ((most + 1).toString(), "9223372036854775808");
    EXPECT_TRUE((most + 1 + -1).fitsInt64());
    EXPECT_EQ((least * -1).toString(), "9223372036854775808");
    Integer square = most;
    square *= square;
    EXPECT_EQ(square.toString(), "85070591730234615847396907784232501249");
    square += square;
    EXPECT_EQ(square.toString(), "170141183460469231694793815568465002498");
}

TEST(Integer, isOrderedAcrossItsSizes)
{
    const Integer rising[] = {parsed("-18446744073709551616"),
                              Integer(-5),
                              Integer(0),
                              Integer(5),
                              parsed("18446744073709551616"),
                              parsed("18446744073709551617")};
    for (std::size_t i = 0; i + 1 < std::size(rising); ++i) {
        EXPECT_LT(rising[i], rising[i + 1]);
        EXPECT_GT(rising[i + 1], rising[i]);
        EXPECT_EQ(rising[i], Integer(rising[i]));
    }
}

TEST(Integer, raisesToAPower)
{
    EXPECT_EQ(Integer::power(0, 0), Integer(1));
    EXPECT_EQ(Integer::power(7, 1), Integer(7));
    EXPECT_EQ(Integer::power(-2, 63), Integer(std::numeric_limits<std::int64_t>::min()));
    EXPECT_EQ(Integer::power(-3, 3), Integer(-27));
    EXPECT_EQ(Integer::power(999999, 10).toString(),
              "999990000044999880000209999748000209999880000044999990000001");
    EXPECT_EQ(Integer::power(parsed("10000000000000000000"), 2).toString(),
              "1" + std::string(38, '0'));
    EXPECT_EQ(Integer::power(-1, 1'000'000'007), Integer(-1));
}

/// Numbers of up to 600 bits with many ones or zeros at a stretch, as digits and as GMP has them.
class Any final {
public:
    Any() { mpz_init(m_value); }
    ~Any() { mpz_clear(m_value); }
    Any(const Any&) = delete;
    Any& operator=(const Any&) = delete;
    void pick(gmp_randstate_t random, std::mt19937& bits)
    {
        mpz_rrandomb(m_value, random, bits() % (bits() % 4 == 0 ? 600 : 140) + 1);
        if (bits() % 2 == 0) {
            mpz_neg(m_value, m_value);
        }
    }
    std::string digits() const
    {
        std::string text(mpz_sizeinbase(m_value, 10) + 2, ' ');
        return mpz_get_str(text.data(), 10, m_value);
    }
    mpz_t m_value;
};

TEST(Integer, computesWhatGmpComputes)
{
    gmp_randstate_t seed;
    gmp_randinit_mt(seed);
    std::mt19937 random{20260104};
    Any a, b, expected;
    for (int i = 0; i < 20'000; ++i) {
        a.pick(seed, random);
        b.pick(seed, random);
        const Integer x = parsed(a.digits());
        const Integer y = parsed(b.digits());
        mpz_add(expected.m_value, a.m_value, b.m_value);
        ASSERT_EQ((x + y).toString(), expected.digits()) << a.digits() << " + " << b.digits();
        ASSERT_EQ(x + y, parsed(expected.digits())) << "one number has one form";
        mpz_mul(expected.m_value, a.m_value, b.m_value);
        ASSERT_EQ((x * y).toString(), expected.digits()) << a.digits() << " * " << b.digits();
        const int order = mpz_cmp(a.m_value, b.m_value);
        ASSERT_EQ(x < y, order < 0);
        ASSERT_EQ(x == y, order == 0);
        ASSERT_EQ(Integer::fromTwosComplement(x.toTwosComplement()).toString(), a.digits());
        Integer::Room room;
        ASSERT_EQ(x.toTwosComplement(room), x.toTwosComplement());
        const unsigned long exponent = random() % 30;
        mpz_pow_ui(expected.m_value, a.m_value, exponent);
        ASSERT_EQ(Integer::power(x, exponent).toString(), expected.digits())
            << a.digits() << " ** " << exponent;
    }
    gmp_randclear(seed);
}

TEST(Integer, addsAndMultipliesItself)
{
    for (const int bits : {1, 62, 63, 64, 127, 128, 254, 255, 256, 257}) {
        const Integer one = Integer::power(2, static_cast<std::uint64_t>(bits));
        Integer twice = one;
        twice += twice;
        EXPECT_EQ(twice, Integer::power(2, static_cast<std::uint64_t>(bits) + 1));
        Integer square = one * -1;
        square *= square;
        EXPECT_EQ(square, Integer::power(4, static_cast<std::uint64_t>(bits)));
        EXPECT_EQ(one + one * -1, Integer(0));
        EXPECT_TRUE((one * 0).fitsInt64());
        EXPECT_EQ((one + -1 + one * -1), Integer(-1));
    }
}

TEST(Integer, hasMinimalBytesAtTheEdgesOfEverySize)
{
    for (std::uint64_t bits = 1; bits < 300; ++bits) {
        const Integer edge = Integer::power(2, bits);
        for (const std::int64_t off : {-1, 0, 1}) {
            for (const std::int64_t sign : {-1, 1}) {
                const Integer value = (edge + off) * sign;
                const std::string bytes = value.toTwosComplement();
                // CPython's: as many bytes as the bits and a sign bit need
                const bool isEdge = sign < 0 && off == 0;
                const std::uint64_t needed = bits + (off < 0 || isEdge ? 0 : 1);
                EXPECT_EQ(bytes.size(), needed / 8 + 1) << bits << " " << off << " " << sign;
                EXPECT_EQ(Integer::fromTwosComplement(bytes), value);
            }
        }
    }
}

TEST(Integer, becomesTheNearestDouble)
{
    EXPECT_EQ(Integer(-3).toDouble(), -3.0);
    EXPECT_EQ(parsed("18446744073709551616").toDouble(), 18446744073709551616.0);
    // half way between two doubles: to the even one; a hair above: up
    EXPECT_EQ((Integer::power(2, 80) + Integer::power(2, 27)).toDouble(), std::ldexp(1.0, 80));
    EXPECT_EQ((Integer::power(2, 80) + Integer::power(2, 27) + 1).toDouble(),
              std::nextafter(std::ldexp(1.0, 80), 1e300));
    EXPECT_EQ((Integer::power(10, 400) * -1).toDouble(), -std::numeric_limits<double>::infinity());
    EXPECT_EQ(Integer::truncated(-1.9), Integer(-1));
    EXPECT_EQ(Integer::truncated(std::ldexp(1.0, 100)), Integer::power(2, 100));
}

TEST(Integer, isMovedAndCopiedAtAnySize)
{
    Integer big = Integer::power(3, 100);
    Integer moved = std::move(big);
    Integer copy = moved;
    copy = *&copy;
    EXPECT_EQ(copy, Integer::power(3, 100));
    moved = Integer(4);
    EXPECT_EQ(moved, Integer(4));
    std::vector<Integer> many(3, copy);
    many.insert(many.begin(), Integer(1));
    EXPECT_EQ(many[3], copy);
}

} // namespace
} // namespace poolscope

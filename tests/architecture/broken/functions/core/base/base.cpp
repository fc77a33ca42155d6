// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include <vector>

namespace poolscope {

int shortEnough(int count)
{
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
    count += 30;
    count += 31;
    count += 32;
    count += 33;
    count += 34;
    count += 35;
    return count;
}

template <typename T>
int tooLong(T count)
{
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
    count += 30;
    count += 31;
    count += 32;
    count += 33;
    count += 34;
    count += 35;
    return count;
}

class Counter {
public:
    Counter(int first)
        : m_first{first}
    {
        const auto inner = [this](int count) {
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
            count += 30;
            count += 31;
            count += 32;
            count += 33;
            count += 34;
            count += 35;
            count += 36;
            return count;
        };
        m_first = inner(m_first);
    }

private:
    int m_first;
};

int operator+(Counter, int count)
{
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
    count += 30;
    count += 31;
    count += 32;
    count += 33;
    count += 34;
    count += 35;
    count += 36;
    count += 37;
    return count;
}

} // namespace poolscope

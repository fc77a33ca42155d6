// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/each.h"
#include "app/jobs/seeds.h"

#include <cstring>

namespace poolscope {

namespace {

/// Numbers of a matrix as they lie in memory, row by row: float64, as numpy's tobytes() gives them.
using Numbers = std::vector<double>;

Blob bytesOf(const Numbers& numbers)
{
    return Blob(std::string(reinterpret_cast<const char*>(numbers.data()),
                            numbers.size() * sizeof(double)));
}

double numberAt(const Blob& blob, std::size_t i)
{
    double number = 0;
    std::memcpy(&number, blob.bytes().data() + i * sizeof number, sizeof number);
    return number;
}

/// Entries `first` … of a seeded matrix: multiples of 1/1024 from -1/2 up to 1/2, so that a product's
/// sums are exact in any order (up to 2³² terms).
Blob seededNumbers(std::uint64_t matrix, std::uint64_t first, std::size_t count)
{
    Numbers numbers(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t bits = seeded((matrix << 40U) + first + i) >> 54U;
        numbers[i] = (static_cast<double>(bits) - 512) / 1024;
    }
    return bytesOf(numbers);
}

/// sums += factor × row `k` of b
void addRow(double* sums, double factor, const Blob& b, std::size_t k, std::size_t size)
{
    for (std::size_t j = 0; j < size; ++j) {
        sums[j] += factor * numberAt(b, k * size + j);
    }
}

/// Some rows of a, times b: `size` × `size` numbers that travel with the function, as whatever a
/// Python programmer binds to it with functools.partial does: once for each chunk.
Blob rowsTimes(const Blob& rows, const Blob& b, std::int64_t size)
{
    const auto n = static_cast<std::size_t>(std::max<std::int64_t>(size, 1));
    const std::size_t rowBytes = n * sizeof(double);
    if (rows.size() % rowBytes != 0 || b.size() != n * rowBytes) {
        throw TaskError("ValueError", "matmul wants rows of " + std::to_string(n) +
                                          " float64 numbers and as many rows in b.");
    }
    const std::size_t count = rows.size() / rowBytes;
    Numbers sums(count * n);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < n; ++k) {
            addRow(sums.data() + i * n, numberAt(rows, i * n + k), b, k, n);
        }
    }
    return bytesOf(sums);
}

/// The rows of a, `atOnce` at a time; the last block may be lower.
std::shared_ptr<Input> rowBlocks(std::size_t size, std::size_t atOnce)
{
    return generatedInput((size + atOnce - 1) / atOnce, [size, atOnce](std::uint64_t k) {
        const std::size_t first = static_cast<std::size_t>(k) * atOnce;
        return seededNumbers(0, first * size, std::min(atOnce, size - first) * size);
    });
}

} // namespace

void addMatmul(Catalogue& catalogue)
{
    const auto matmul = catalogue.add(jobsModule, "matmul", &rowsTimes, Keyword{"b", Blob{}},
                                      Keyword{"size", std::int64_t{0}});
    Job job;
    job.name = "matmul";
    job.summary = "the product of two matrices of float64, some rows a call: the second matrix "
                  "travels with the function, once for each chunk";
    job.parameters = {wholeNumber("size", "rows and columns", "", 1024, 1, 8192),
                      wholeNumber("rows", "rows that one call multiplies", "", 32, 1, 8192)};
    job.build = [matmul](const Arguments& arguments, const JobContext& context) -> Result<Work> {
        const auto size = static_cast<std::size_t>(arguments.integer("size"));
        const auto rows = static_cast<std::size_t>(arguments.integer("rows"));
        Work work;
        work.callable = matmul(seededNumbers(1, 0, size * size), arguments.integer("size"));
        work.input = rowBlocks(size, rows);
        work.title = "matmul(" + std::to_string(size) + " × " + std::to_string(size) +
                     ", rows=" + std::to_string(rows) + ")";
        work.registry = context.registry;
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/each.h"

namespace poolscope {

namespace {

using Row = std::vector<std::int64_t>;

/// After how many steps of z ↦ z² + c, begun at 0, |z| is above 2; `iterations` where it never is.
std::int64_t stepsToEscape(double re, double im, std::int64_t iterations)
{
    double x = 0;
    double y = 0;
    std::int64_t step = 0;
    for (; step < iterations && x * x + y * y <= 4; ++step) {
        const double next = x * x - y * y + re;
        y = 2 * x * y + im;
        x = next;
    }
    return step;
}

/// One row of the picture; row and column name a pixel, whose middle is looked at.
Row rowOfSteps(std::int64_t row, std::int64_t width, std::int64_t height, std::int64_t iterations,
               double re, double im, double span)
{
    const double pixel = span / static_cast<double>(width);
    const auto place = [pixel](std::int64_t i, std::int64_t size) {
        return (static_cast<double>(i) + 0.5 - static_cast<double>(size) / 2) * pixel;
    };
    Row steps;
    steps.reserve(static_cast<std::size_t>(width));
    for (std::int64_t column = 0; column < width; ++column) {
        steps.push_back(
            stepsToEscape(re + place(column, width), im - place(row, height), iterations));
    }
    return steps;
}

std::vector<Parameter> mandelbrotParameters()
{
    return {
        wholeNumber("width", "pixels in a row", "px", 800, 1, 1e6),
        wholeNumber("height", "rows, one call each", "px", 600, 0, 1e6),
        wholeNumber("iterations", "steps after which a point counts as inside", "", 1000, 1, 1e9),
        realNumber("re", "the middle of the picture, real part", "", -0.75, -4, 4),
        realNumber("im", "the middle of the picture, imaginary part", "", 0, -4, 4),
        realNumber("span", "how much of the real axis a row shows", "", 3, 1e-15, 100)};
}

std::string mandelbrotTitle(const Arguments& arguments)
{
    return "mandelbrot(row, " + std::to_string(arguments.integer("width")) + " × " +
           std::to_string(arguments.integer("height")) +
           ", iterations=" + std::to_string(arguments.integer("iterations")) + ")";
}

} // namespace

void addMandelbrot(Catalogue& catalogue)
{
    const auto mandelbrot = catalogue.add(
        jobsModule, "mandelbrot", &rowOfSteps, Keyword{"width", std::int64_t{800}},
        Keyword{"height", std::int64_t{600}}, Keyword{"iterations", std::int64_t{1000}},
        Keyword{"re", -0.75}, Keyword{"im", 0.0}, Keyword{"span", 3.0});
    Job job;
    job.name = "mandelbrot";
    job.summary = "a picture of the Mandelbrot set, row by row: rows in the middle cost many times "
                  "what those at the edge do";
    job.parameters = mandelbrotParameters();
    job.build = [mandelbrot](const Arguments& arguments,
                             const JobContext& context) -> Result<Work> {
        Work work;
        work.callable = mandelbrot(arguments.integer("width"), arguments.integer("height"),
                                   arguments.integer("iterations"), arguments.real("re"),
                                   arguments.real("im"), arguments.real("span"));
        work.input = rangeInput(0, static_cast<std::uint64_t>(arguments.integer("height")));
        work.title = mandelbrotTitle(arguments);
        work.registry = context.registry;
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/run_export.h"

namespace poolscope {

bool drawsFor(const std::string& path)
{
    for (const char* ending : {".png", ".svg", ".pdf", ".html"}) {
        if (path.ends_with(ending)) return true;
    }
    return false;
}

bool canExport(const std::string& path) { return drawsFor(path) || isDataPath(path); }

std::string exportEndingsSentence(const std::string& path)
{
    return "writes .png, .svg, .pdf, .html, .csv, .json or .trace.json, as the file's ending says: "
           "not \"" +
           path + "\".";
}

Result<void> exportTo(const std::string& path, const RecordedRun& run, const CliContext& context)
{
    return drawsFor(path) ? context.draw(run, path) : exportData(run, path);
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A file that takes the place of another only when it is whole and on the disk: until then, and if
// anything fails, what was there stays as it was. Private to core/session.

#include "core/base/base.h"

#include <string>

namespace poolscope {

class NewFile final {
public:
    /// Makes a file in the folder of `path`. "OSError" with a sentence where that cannot be, or where
    /// `path` is something other than a file.
    static Result<NewFile> beside(const std::string& path);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile(); ///< removes it, unless it was kept

    int descriptor() const { return m_file.get(); }
    const std::string& path() const { return m_path; } ///< where it lies for now
    /// Brings it to the disk and gives it its name.
    Result<void> keep();

private:
    NewFile(Descriptor file, std::string path, std::string target);

    Descriptor m_file;
    std::string m_path;
    std::string m_target; ///< the name it gets; links in it are followed
};

/// "cannot write a.csv: No space left on device." of errno.
Error cannotWrite(const std::string& path);

} // namespace poolscope

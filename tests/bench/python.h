// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// CPython itself in this process, for its C pickler: the same clock, the same allocator's state, no
// start of a program in the figures.

#include <functional>
#include <string>
#include <string_view>

namespace poolscope::bench {

/// One shape as a Python object. The interpreter lives from the first of them to the program's end.
class PythonObject final {
public:
    /// The object that `expression` gives after shapes.py has run; ends the program where it raises.
    explicit PythonObject(const char* expression);
    ~PythonObject();
    PythonObject(const PythonObject&) = delete;
    PythonObject& operator=(const PythonObject&) = delete;

    std::string dumps() const;
    /// Whether Python's pickle.loads gives an object equal to this.
    bool equalsLoaded(std::string_view pickle) const;

    // What is measured: one call of _pickle.dumps or _pickle.loads, its result dropped again.
    std::size_t dumpOnce() const;
    void loadOnce(const std::string& pickle) const;
    // The same with buffers beside the stream; loading takes those of the last dump.
    std::string dumpOnceBeside() const;
    void loadOnceBeside(const std::string& pickle) const;

private:
    struct State;
    State* m_state;
};

} // namespace poolscope::bench

# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""poolscope_trace.explain, which says why something cannot be pickled; it is imported when something cannot."""
import os
import sys

_PACKAGES = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def explain(obj, error, prefix):
    """What poolscope_trace.explain.explain tells, with nothing in it where that package is not here."""
    try:
        return _explain()(obj, error, prefix=prefix)
    except BaseException:
        return {"error": "", "paths": [], "cures": []}


def _explain():
    if "poolscope_trace.explain" not in sys.modules:
        sys.path.insert(0, _PACKAGES)
        try:
            from poolscope_trace import explain
        finally:
            sys.path.remove(_PACKAGES)
    return sys.modules["poolscope_trace.explain"].explain

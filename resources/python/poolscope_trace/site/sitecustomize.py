# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Python imports this at its start when `poolscope trace` has put this folder on PYTHONPATH.

It starts the tracer, takes its folder off sys.path (the environment keeps it, for the children) and runs the
sitecustomize that it hides, if there is one.
"""


def _start():
    import os
    import sys

    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != here]
    if not os.environ.get("POOLSCOPE_TRACE_DIR"):
        return
    try:
        sys.path.insert(0, os.path.dirname(os.path.dirname(here)))
        try:
            import poolscope_trace
        finally:
            del sys.path[0]
        poolscope_trace.start()
    except Exception:
        pass


def _run_hidden():
    import sys
    from _frozen_importlib import module_from_spec
    from _frozen_importlib_external import PathFinder

    own = sys.modules.pop(__name__, None)
    spec = PathFinder.find_spec(__name__)
    if spec is None or spec.loader is None or spec.origin == __file__:
        sys.modules[__name__] = own
        return
    module = sys.modules[__name__] = module_from_spec(spec)
    spec.loader.exec_module(module)


_start()
_run_hidden()

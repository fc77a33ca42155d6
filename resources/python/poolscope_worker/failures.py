# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Exceptions as the four texts of a failure: (kind, text, path, where).

Whatever an exception does when it is asked for its text must do no harm: the worker goes on.
"""
import os

_TEXT = 1 << 20
_WHERE = 64 * 1024
_PACKAGE = os.path.dirname(os.path.abspath(__file__)) + os.sep
_LIBRARY = os.path.dirname(os.__file__) + os.sep
_INSTALLED = (os.sep + "site-packages" + os.sep, os.sep + "dist-packages" + os.sep)


def failure(error):
    return kind_of(error), text_of(error), "", where_of(error)


def kind_of(error):
    kind = type(error)
    try:
        return str.__str__(type.__dict__["__qualname__"].__get__(kind))
    except BaseException:
        return "Exception"


def text_of(error):
    for ask in (str, repr):
        try:
            text = str.__str__(ask(error))
        except BaseException:
            continue
        if text:
            return shortened(text, _TEXT)
    return "%s, whose text cannot be made" % kind_of(error)


def shortened(text, most):
    """Of a text that is too long, as UTF-8, its beginning and its end."""
    data = text.encode("utf-8", "surrogatepass") if len(text) > most // 4 else b""
    if len(data) <= most:
        return text
    half = most // 2 - 4
    return data[:half].decode("utf-8", "ignore") + "\n…\n" + data[-half:].decode("utf-8", "ignore")


def where_of(error):
    """`file.py:12 in work`, and the traceback behind it; empty where no line of Python is to blame."""
    try:
        traceback = _below_ours(error.__traceback__)
        place = _place(error, traceback)
        if not place:
            return ""
        return place + "\n" + shortened(_printed(error, traceback), _WHERE - len(place.encode()) - 1)
    except BaseException:  # a text of the program's own went wrong in it
        return ""


def _below_ours(traceback):
    while traceback is not None and _file_of(traceback).startswith(_PACKAGE):
        traceback = traceback.tb_next
    return traceback


def _file_of(traceback):
    return traceback.tb_frame.f_code.co_filename


def _is_users(file):
    return not (file.startswith((_LIBRARY, _PACKAGE, "<")) or any(part in file for part in _INSTALLED))


def _place(error, traceback):
    """The innermost frame of the program's own files, else the innermost."""
    best = innermost = None
    while traceback is not None:
        innermost = traceback
        if _is_users(_file_of(traceback)):
            best = traceback
        traceback = traceback.tb_next
    best = best or innermost
    if best is None:
        return _place_of_syntax(error)
    return "%s:%d in %s" % (os.path.basename(_file_of(best)), best.tb_lineno, best.tb_frame.f_code.co_name)


def _place_of_syntax(error):
    if isinstance(error, SyntaxError) and error.filename:
        return "%s:%d in <module>" % (os.path.basename(error.filename), error.lineno or 0)
    return ""


def _printed(error, traceback):
    from traceback import format_exception

    return "".join(format_exception(type(error), error, traceback)).rstrip("\n")

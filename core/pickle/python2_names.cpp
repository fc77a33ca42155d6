// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/python2_names.h"

#include <algorithm>
#include <iterator>

namespace poolscope {

namespace {

enum class Way { Both, To3, To2 };

struct Renamed {
    GlobalText two;
    GlobalText three;
    Way way = Way::Both;
};

// Modules; no qualname.
constexpr Renamed modules[] = {
    {{"BaseHTTPServer", {}}, {"http.server", {}}},
    {{"CGIHTTPServer", {}}, {"http.server", {}}, Way::To3},
    {{"ConfigParser", {}}, {"configparser", {}}},
    {{"Cookie", {}}, {"http.cookies", {}}},
    {{"Dialog", {}}, {"tkinter.dialog", {}}},
    {{"DocXMLRPCServer", {}}, {"xmlrpc.server", {}}, Way::To3},
    {{"FileDialog", {}}, {"tkinter.filedialog", {}}, Way::To3},
    {{"HTMLParser", {}}, {"html.parser", {}}},
    {{"Queue", {}}, {"queue", {}}},
    {{"ScrolledText", {}}, {"tkinter.scrolledtext", {}}},
    {{"SimpleDialog", {}}, {"tkinter.simpledialog", {}}, Way::To3},
    {{"SimpleHTTPServer", {}}, {"http.server", {}}, Way::To3},
    {{"SimpleXMLRPCServer", {}}, {"xmlrpc.server", {}}},
    {{"SocketServer", {}}, {"socketserver", {}}},
    {{"StringIO", {}}, {"io", {}}, Way::To3},
    {{"Tix", {}}, {"tkinter.tix", {}}},
    {{"Tkconstants", {}}, {"tkinter.constants", {}}},
    {{"Tkdnd", {}}, {"tkinter.dnd", {}}},
    {{"Tkinter", {}}, {"tkinter", {}}},
    {{"UserDict", {}}, {"collections", {}}, Way::To3},
    {{"UserList", {}}, {"collections", {}}, Way::To3},
    {{"UserString", {}}, {"collections", {}}, Way::To3},
    {{"__builtin__", {}}, {"builtins", {}}},
    {{"_abcoll", {}}, {"collections.abc", {}}},
    {{"_elementtree", {}}, {"xml.etree.ElementTree", {}}, Way::To3},
    {{"_winreg", {}}, {"winreg", {}}},
    {{"anydbm", {}}, {"dbm", {}}},
    {{"cPickle", {}}, {"pickle", {}}, Way::To3},
    {{"cStringIO", {}}, {"io", {}}, Way::To3},
    {{"commands", {}}, {"subprocess", {}}},
    {{"cookielib", {}}, {"http.cookiejar", {}}},
    {{"copy_reg", {}}, {"copyreg", {}}},
    {{"dbhash", {}}, {"dbm.bsd", {}}},
    {{"dbm", {}}, {"dbm.ndbm", {}}},
    {{"dumbdbm", {}}, {"dbm.dumb", {}}},
    {{"dummy_thread", {}}, {"_dummy_thread", {}}},
    {{"gdbm", {}}, {"dbm.gnu", {}}},
    {{"htmlentitydefs", {}}, {"html.entities", {}}},
    {{"httplib", {}}, {"http.client", {}}},
    {{"markupbase", {}}, {"_markupbase", {}}},
    {{"repr", {}}, {"reprlib", {}}},
    {{"robotparser", {}}, {"urllib.robotparser", {}}},
    {{"test.test_support", {}}, {"test.support", {}}},
    {{"thread", {}}, {"_thread", {}}},
    {{"tkColorChooser", {}}, {"tkinter.colorchooser", {}}},
    {{"tkCommonDialog", {}}, {"tkinter.commondialog", {}}},
    {{"tkFileDialog", {}}, {"tkinter.filedialog", {}}},
    {{"tkFont", {}}, {"tkinter.font", {}}},
    {{"tkMessageBox", {}}, {"tkinter.messagebox", {}}},
    {{"tkSimpleDialog", {}}, {"tkinter.simpledialog", {}}},
    {{"ttk", {}}, {"tkinter.ttk", {}}},
    {{"urllib2", {}}, {"urllib.request", {}}},
    {{"urlparse", {}}, {"urllib.parse", {}}},
    {{"whichdb", {}}, {"dbm", {}}, Way::To3},
    {{"xmlrpclib", {}}, {"xmlrpc.client", {}}},
    {{"bz2", {}}, {"_bz2", {}}, Way::To2},
    {{"dbm", {}}, {"_dbm", {}}, Way::To2},
    {{"functools", {}}, {"_functools", {}}, Way::To2},
    {{"gdbm", {}}, {"_gdbm", {}}, Way::To2},
    {{"pickle", {}}, {"_pickle", {}}, Way::To2},
};

constexpr Renamed names[] = {
    {{"UserDict", "IterableUserDict"}, {"collections", "UserDict"}},
    {{"UserDict", "UserDict"}, {"collections", "UserDict"}, Way::To3},
    {{"UserList", "UserList"}, {"collections", "UserList"}},
    {{"UserString", "UserString"}, {"collections", "UserString"}},
    {{"__builtin__", "basestring"}, {"builtins", "str"}, Way::To3},
    {{"__builtin__", "intern"}, {"sys", "intern"}},
    {{"__builtin__", "long"}, {"builtins", "int"}},
    {{"__builtin__", "reduce"}, {"functools", "reduce"}},
    {{"__builtin__", "unichr"}, {"builtins", "chr"}},
    {{"__builtin__", "unicode"}, {"builtins", "str"}},
    {{"__builtin__", "xrange"}, {"builtins", "range"}},
    {{"_multiprocessing", "Connection"}, {"multiprocessing.connection", "Connection"}},
    {{"_socket", "fromfd"}, {"socket", "fromfd"}},
    {{"exceptions", "StandardError"}, {"builtins", "Exception"}, Way::To3},
    {{"itertools", "ifilter"}, {"builtins", "filter"}},
    {{"itertools", "ifilterfalse"}, {"itertools", "filterfalse"}},
    {{"itertools", "imap"}, {"builtins", "map"}},
    {{"itertools", "izip"}, {"builtins", "zip"}},
    {{"itertools", "izip_longest"}, {"itertools", "zip_longest"}},
    {{"multiprocessing", "AuthenticationError"},
     {"multiprocessing.context", "AuthenticationError"}},
    {{"multiprocessing", "BufferTooShort"}, {"multiprocessing.context", "BufferTooShort"}},
    {{"multiprocessing", "ProcessError"}, {"multiprocessing.context", "ProcessError"}},
    {{"multiprocessing", "TimeoutError"}, {"multiprocessing.context", "TimeoutError"}},
    {{"multiprocessing.forking", "Popen"}, {"multiprocessing.popen_fork", "Popen"}},
    {{"multiprocessing.process", "Process"}, {"multiprocessing.context", "Process"}},
    {{"socket", "_socketobject"}, {"socket", "SocketType"}, Way::To3},
    {{"urllib", "ContentTooShortError"}, {"urllib.error", "ContentTooShortError"}},
    {{"urllib", "getproxies"}, {"urllib.request", "getproxies"}},
    {{"urllib", "pathname2url"}, {"urllib.request", "pathname2url"}},
    {{"urllib", "quote"}, {"urllib.parse", "quote"}},
    {{"urllib", "quote_plus"}, {"urllib.parse", "quote_plus"}},
    {{"urllib", "unquote"}, {"urllib.parse", "unquote"}},
    {{"urllib", "unquote_plus"}, {"urllib.parse", "unquote_plus"}},
    {{"urllib", "url2pathname"}, {"urllib.request", "url2pathname"}},
    {{"urllib", "urlcleanup"}, {"urllib.request", "urlcleanup"}},
    {{"urllib", "urlencode"}, {"urllib.parse", "urlencode"}},
    {{"urllib", "urlopen"}, {"urllib.request", "urlopen"}},
    {{"urllib", "urlretrieve"}, {"urllib.request", "urlretrieve"}},
    {{"urllib2", "HTTPError"}, {"urllib.error", "HTTPError"}},
    {{"urllib2", "URLError"}, {"urllib.error", "URLError"}},
    {{"whichdb", "whichdb"}, {"dbm", "whichdb"}},
    {{"__builtin__", "reduce"}, {"_functools", "reduce"}, Way::To2},
    {{"socket", "_socketobject"}, {"_socket", "socket"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "BrokenPipeError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "ChildProcessError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "ConnectionAbortedError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "ConnectionError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "ConnectionRefusedError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "ConnectionResetError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "FileExistsError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "FileNotFoundError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "InterruptedError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "IsADirectoryError"}, Way::To2},
    {{"exceptions", "ImportError"}, {"builtins", "ModuleNotFoundError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "NotADirectoryError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "PermissionError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "ProcessLookupError"}, Way::To2},
    {{"exceptions", "OSError"}, {"builtins", "TimeoutError"}, Way::To2},
    {{"CGIHTTPServer", "CGIHTTPRequestHandler"},
     {"http.server", "CGIHTTPRequestHandler"},
     Way::To2},
    {{"SimpleHTTPServer", "SimpleHTTPRequestHandler"},
     {"http.server", "SimpleHTTPRequestHandler"},
     Way::To2},
    {{"FileDialog", "FileDialog"}, {"tkinter.filedialog", "FileDialog"}, Way::To2},
    {{"FileDialog", "LoadFileDialog"}, {"tkinter.filedialog", "LoadFileDialog"}, Way::To2},
    {{"FileDialog", "SaveFileDialog"}, {"tkinter.filedialog", "SaveFileDialog"}, Way::To2},
    {{"SimpleDialog", "SimpleDialog"}, {"tkinter.simpledialog", "SimpleDialog"}, Way::To2},
    {{"DocXMLRPCServer", "DocCGIXMLRPCRequestHandler"},
     {"xmlrpc.server", "DocCGIXMLRPCRequestHandler"},
     Way::To2},
    {{"DocXMLRPCServer", "DocXMLRPCRequestHandler"},
     {"xmlrpc.server", "DocXMLRPCRequestHandler"},
     Way::To2},
    {{"DocXMLRPCServer", "DocXMLRPCServer"}, {"xmlrpc.server", "DocXMLRPCServer"}, Way::To2},
    {{"DocXMLRPCServer", "ServerHTMLDoc"}, {"xmlrpc.server", "ServerHTMLDoc"}, Way::To2},
    {{"DocXMLRPCServer", "XMLRPCDocGenerator"}, {"xmlrpc.server", "XMLRPCDocGenerator"}, Way::To2},
};

// Exceptions moved from their own module to builtins and kept their names.
constexpr std::string_view exceptions[] = {
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BufferError",
    "BytesWarning",
    "DeprecationWarning",
    "EOFError",
    "EnvironmentError",
    "Exception",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "IOError",
    "ImportError",
    "ImportWarning",
    "IndentationError",
    "IndexError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "NameError",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PendingDeprecationWarning",
    "ReferenceError",
    "RuntimeError",
    "RuntimeWarning",
    "StopIteration",
    "SyntaxError",
    "SyntaxWarning",
    "SystemError",
    "SystemExit",
    "TabError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "UnicodeWarning",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
};

bool isException(std::string_view name)
{
    return std::find(std::begin(exceptions), std::end(exceptions), name) != std::end(exceptions);
}

} // namespace

GlobalText toPython2(GlobalText name)
{
    for (const Renamed& renamed : names) {
        if (renamed.way != Way::To3 && renamed.three == name) {
            return renamed.two;
        }
    }
    if (name.module == "builtins" && isException(name.qualname)) {
        return {"exceptions", name.qualname};
    }
    for (const Renamed& renamed : modules) {
        if (renamed.way != Way::To3 && renamed.three.module == name.module) {
            return {renamed.two.module, name.qualname};
        }
    }
    return name;
}

GlobalText toPython3(GlobalText name)
{
    for (const Renamed& renamed : names) {
        if (renamed.way != Way::To2 && renamed.two == name) {
            return renamed.three;
        }
    }
    if (name.module == "exceptions" && isException(name.qualname)) {
        return {"builtins", name.qualname};
    }
    for (const Renamed& renamed : modules) {
        if (renamed.way != Way::To2 && renamed.two.module == name.module) {
            return {renamed.three.module, name.qualname};
        }
    }
    return name;
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window.h"

#include "core/threads/threads.h"
#include "ui/views/views.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include <cstdio>
#include <optional>

namespace poolscope {

namespace {

constexpr int wrongCall = 2;
constexpr int noStart = 3;
constexpr int badFile = 4;

int complain(const QString& sentence, int code)
{
    std::fprintf(stderr, "poolscope: %s\n", qUtf8Printable(sentence));
    return code;
}

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

void addOptions(QCommandLineParser& parser)
{
    parser.addOption({"picture", "Write a picture of the window to FILE (.png) and end.", "FILE"});
    parser.addOption({"picture-state", "Of which state: " + pictureStates().join(", ") + ".",
                      "STATE", "finished"});
    parser.addOption({"theme", "light, dark or system.", "THEME"});
    parser.addOption({"language", "en, de or system.", "LANGUAGE"});
    parser.addOption({"reset-settings", "Forget sizes, colours and recent files, and end."});
    parser.addOption({"black-and-white", "Patterns in the place of the phases' colours."});
    parser.addOption({"window", "With trace: follow a program in the window."});
    parser.addOption({"size", "Of the picture, in points.", "WIDTHxHEIGHT", "1280x772"});
}

/// "1280x772"; empty when it is no size.
QSize sizeFrom(const QString& text)
{
    const QStringList parts = text.split('x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

int tellReset()
{
    const auto done = resetSettings();
    if (!done) {
        return complain(QString::fromStdString(done.error().text), badFile);
    }
    std::puts("All settings are as they were at first.");
    return 0;
}

int writePicture(const QCommandLineParser& options, Catalogue& catalogue)
{
    PictureRequest request;
    request.file = options.value("picture");
    request.state = options.value("picture-state");
    request.theme = options.isSet("theme") ? options.value("theme") : request.theme;
    request.blackAndWhite = options.isSet("black-and-white");
    request.size = sizeFrom(options.value("size"));
    if (request.size.width() < 1024 || request.size.height() < 680 || request.size.width() > 8000 ||
        request.size.height() > 8000) {
        return complain("--size takes WIDTHxHEIGHT from 1024x680 to 8000x8000, such as 1280x772.",
                        wrongCall);
    }
    const auto drawn = renderPicture(catalogue, makeQtLanes(), request);
    if (drawn) {
        return 0;
    }
    return complain(QString::fromStdString(drawn.error().text),
                    drawn.error().kind == "ValueError" ? wrongCall : badFile);
}

std::optional<int> refuseLanguage(const QCommandLineParser& options)
{
    const QString language = options.value("language");
    if (!options.isSet("language") || language == "system" || languages().contains(language)) {
        return {};
    }
    return complain("--language takes en, de or system, not \"" + language + "\".", wrongCall);
}

/// What cannot be opened is told before there is a window.
std::optional<int> refuseFiles(const QStringList& files)
{
    if (files.isEmpty()) {
        return {};
    }
    if (files.size() > 1) {
        return complain("One session can be opened at a time: poolscope FILE.", wrongCall);
    }
    const QString& file = files.first();
    if (!QFileInfo::exists(file)) {
        const bool word = !file.contains('.') && !file.contains('/');
        return complain(word ? "There is no command and no file \"" + file + "\": poolscope --help lists what there is."
                             : "There is no file " + file + ".",
                        word ? wrongCall : badFile);
    }
    return {};
}

/// What stands behind `trace --window --` is another program's: it is moved out of the arguments.
QStringList programIn(QStringList& arguments)
{
    const auto mark = arguments.indexOf("--");
    if (arguments.value(1) != "trace" || mark < 0) {
        return {};
    }
    const QStringList program = arguments.mid(mark + 1);
    arguments = arguments.mid(0, mark);
    arguments.removeAt(1);
    return program;
}

int openWindow(const QCommandLineParser& options, Catalogue& catalogue, const QStringList& program)
{
    const QString theme = options.value("theme");
    if (options.isSet("theme") && theme != "light" && theme != "dark" && theme != "system") {
        return complain("--theme takes light, dark or system, not \"" + theme + "\".", wrongCall);
    }
    MainWindow window(catalogue, makeQtLanes());
    window.rememberLayout();
    if (options.isSet("theme")) {
        window.chooseTheme(theme);
    }
    if (options.isSet("black-and-white")) {
        window.showInBlackAndWhite(true);
    }
    const QStringList files = options.positionalArguments();
    if (!program.isEmpty()) {
        window.trace(program);
    } else if (files.isEmpty()) {
        window.prepareDemo();
    } else {
        window.open(files.first());
    }
    window.show();
    return QApplication::exec();
}

} // namespace

int runWindow(int argc, char** argv, Catalogue& catalogue)
{
    QCommandLineParser parser;
    addOptions(parser);
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    const QStringList program = programIn(arguments);
    if (!parser.parse(arguments)) {
        return complain(parser.errorText() + " poolscope --help lists what there is.", wrongCall);
    }
    if (const auto code = refuseLanguage(parser)) {
        return *code;
    }
    if (const auto code = refuseFiles(parser.positionalArguments())) {
        return *code;
    }
    if (parser.isSet("window") && program.isEmpty()) {
        return complain("what is to be traced? For example: poolscope trace --window -- python3 script.py", wrongCall);
    }
    if (parser.isSet("reset-settings")) {
        return tellReset();
    }
    const bool picture = parser.isSet("picture");
    if (picture) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    } else if (!hasDisplay()) {
        return complain("There is no display for the window: set DISPLAY, or use poolscope run JOB "
                        "in the terminal.",
                        noStart);
    }
    const QApplication application(argc, argv);
    QApplication::setOrganizationName("io.github.poolscope");
    QApplication::setApplicationName("Poolscope");
    QApplication::setApplicationVersion(POOLSCOPE_VERSION);
    QApplication::setDesktopFileName("io.github.poolscope.Poolscope");
    const SpokenLanguage spoken(languageFor(parser.value("language")));
    return picture ? writePicture(parser, catalogue) : openWindow(parser, catalogue, program);
}

} // namespace poolscope

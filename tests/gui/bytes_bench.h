// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A window with one finished run, and what a test of its bytes looks at.

#include "tests/gui/window_bench.h"
#include "ui/views/bytes_page.h"

#include <QAbstractScrollArea>
#include <QPushButton>
#include <QTest>

namespace poolscope::test {

class BytesBench final {
public:
    WindowBench bench;

    void record() { action("Record bytes")->trigger(); }
    void run(const char* job, const std::map<QString, QString>& parameters, const char* chunk = "1")
    {
        bench.type("chunksize", chunk);
        bench.run(job, parameters);
        QVERIFY(bench.waitUntilOver());
    }
    MainWindow& window() { return bench.window(); }
    BytesPage& page() { return *child<BytesPage>(); }
    const MessageModel& message() { return page().message(); }
    template <class Widget> Widget* child() { return window().findChild<Widget*>(); }
    QAction* action(const char* text)
    {
        for (QAction* action : window().actions()) {
            if (action->text() == QLatin1String(text)) return action;
        }
        return nullptr;
    }
    QPushButton* button(const char* text)
    {
        for (auto* button : window().findChildren<QPushButton*>()) {
            if (button->text() == QLatin1String(text) && button->isVisible()) return button;
        }
        return nullptr;
    }
    void click(QAbstractScrollArea* view, const QPoint& at)
    {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, at);
    }
};

} // namespace poolscope::test

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_bench.h"

#include "app/jobs/jobs.h"
#include "core/threads/threads.h"

#include <QComboBox>
#include <QListView>
#include <QStackedWidget>
#include <QTest>

namespace poolscope {

namespace {

constexpr int patienceMs = 60'000;

Catalogue& filled(Catalogue& catalogue)
{
    addJobs(catalogue);
    return catalogue;
}

} // namespace

WindowBench::WindowBench() : m_window(std::make_unique<MainWindow>(filled(m_catalogue), makeQtLanes()))
{
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get())); // or no key reaches a shortcut
    type(QStringLiteral("workers"), QStringLiteral("2"));
}

WindowBench::~WindowBench() = default;

void WindowBench::close()
{
    m_window->close();
    m_window.reset();
}

void WindowBench::run(const char* job, const std::map<QString, QString>& parameters)
{
    for (auto* list : m_window->findChildren<QListView*>()) {
        const auto found = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, QString(job), 1,
                                                Qt::MatchExactly);
        if (found.isEmpty()) continue;
        list->setCurrentIndex(found.first());
        break; // the form is another now, and lists that stood in it are gone
    }
    for (const auto& [name, value] : parameters) {
        type(name, value);
    }
    press(Qt::Key_F5);
}

void WindowBench::type(const QString& field, const QString& text)
{
    auto* widget = m_window->findChild<QWidget*>(field);
    QVERIFY2(widget != nullptr, qPrintable(field));
    if (auto* box = qobject_cast<QComboBox*>(widget)) {
        box->setCurrentText(text);
    } else {
        auto* line = qobject_cast<QLineEdit*>(widget);
        line->selectAll();
        if (text.isEmpty()) QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
        emit line->editingFinished(); // as leaving the field does
    }
}

QAction* WindowBench::command(const QString& text)
{
    for (QAction* action : m_window->actions()) {
        if (action->text() == text) return action;
    }
    return nullptr;
}

void WindowBench::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), modifiers);
}

bool WindowBench::waitUntilOver()
{
    return QTest::qWaitFor([this] { return !m_window->running(); }, patienceMs);
}

bool WindowBench::waitUntilSomeAreDone()
{
    return QTest::qWaitFor([this] { return m_window->run() != nullptr && m_window->run()->summary().done > 0; },
                           patienceMs);
}

QString WindowBench::page() const
{
    const auto* pages = m_window->findChild<QStackedWidget*>(QStringLiteral("pages"));
    return QString::fromLatin1(pages->currentWidget()->metaObject()->className()).section(':', -1);
}

QString WindowBench::strip() const
{
    return m_window->stripText();
}

QString WindowBench::refusalOf(const QString& field) const
{
    const bool ofTheTools = field == QLatin1String("workers") || field == QLatin1String("chunksize");
    const QString name = ofTheTools ? QStringLiteral("the tools") : field;
    const auto* label = m_window->findChild<QLabel*>(QStringLiteral("refusal of ") + name);
    return label != nullptr && label->isVisible() ? label->text() : QString();
}

} // namespace poolscope

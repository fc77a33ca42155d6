// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/tool_strip.h"

#include "ui/views/choice_box.h"
#include "ui/views/commands.h"
#include "ui/views/field.h"
#include "ui/views/icons.h"
#include "ui/views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

namespace poolscope {

namespace {

const char* const autoChunk = QT_TRANSLATE_NOOP("poolscope::ToolStrip", "auto");
const char* const defaultChunk = QT_TRANSLATE_NOOP("poolscope::ToolStrip", "default");

constexpr int mostWithout = 6; // steps of leaveOut()

enum Part { processesPart, threadsPart, serialPart, pythonPart };

int partOf(Backend backend)
{
    switch (backend) {
    case Backend::Processes: return processesPart;
    case Backend::Threads:
    case Backend::PythonThreads: return threadsPart;
    case Backend::Serial: return serialPart;
    case Backend::Python: break;
    }
    return pythonPart;
}

Error wrongNumber(const QString& what, const QString& text, const char* path)
{
    const QString given = text.isEmpty() ? ToolStrip::tr("nothing") : ToolStrip::tr("“%1”").arg(text);
    return {"ValueError", ToolStrip::tr("%1; %2 was given").arg(what, given).toStdString(), path};
}

} // namespace

ToolStrip::ToolStrip(Commands& commands, QMenu* more, QWidget* parent)
    : QWidget(parent), m_commands(commands)
{
    setObjectName(QStringLiteral("toolStrip"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(8);
    row->setContentsMargins(12, 8, 12, 8);
    m_run = addButton(commands.run, "primary");
    m_plain += addButton(commands.stop, "button");
    m_plain += addButton(commands.pause, "button");
    addLine();
    m_backends = new ChoiceBar({tr("Processes"), tr("Threads"), tr("Serial"), tr("Python")}, 28, this);
    setJob(nullptr);
    m_backends->setAccessibleName(tr("Where the calls run"));
    connect(m_backends, &ChoiceBar::chosenChanged, this, &ToolStrip::backendChosen);
    row->addWidget(m_backends);
    addLine();
    addFields();
    row->addStretch(1);
    addKept(commands.save);
    addKept(commands.exportRun);
    m_compare = addButton(commands.compare, "button");
    m_more = new QToolButton(this);
    setLook(m_more, "bare");
    m_more->setMenu(more);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolTip(tr("More commands (F10)"));
    m_more->setAccessibleName(tr("More commands"));
    m_more->setShortcut(Qt::Key_F10);
    m_more->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_more);
}

QToolButton* ToolStrip::addButton(QAction* action, const char* look)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    setLook(button, look);
    layout()->addWidget(button);
    return button;
}

void ToolStrip::addKept(QAction* action)
{
    m_kept += addButton(action, "button");
    connect(action, &QAction::changed, this, &ToolStrip::fit);
}

/// What has no room goes, what is needed least first: what the menu has too, words beside icons, labels.
void ToolStrip::fit()
{
    for (int without = 0; without <= mostWithout; ++without) {
        leaveOut(without);
        layout()->activate();
        if (layout()->minimumSize().width() <= width()) return;
    }
}

void ToolStrip::leaveOut(int without)
{
    const auto words = [](QToolButton* button, bool shown) {
        const auto style = shown ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
        if (button->toolButtonStyle() != style) button->setToolButtonStyle(style);
    };
    for (QToolButton* button : m_kept) {
        words(button, without < 1);
        button->setVisible(without < 2 && button->defaultAction()->isEnabled());
    }
    words(m_compare, without < 3);
    for (QToolButton* button : m_plain) words(button, without < 4);
    m_workersLabel->setVisible(without < 5);
    m_chunkLabel->setVisible(without < 5);
    words(m_run, without < 6);
}

void ToolStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ToolStrip::addLine()
{
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->addSpacing(4);
    auto* line = newLine(Qt::Vertical, this);
    line->setFixedHeight(20);
    row->addWidget(line);
    row->addSpacing(4);
}

void ToolStrip::addFields()
{
    auto* row = static_cast<QHBoxLayout*>(layout());
    m_workersLabel = new QLabel(tr("Workers"), this);
    setLook(m_workersLabel, "soft");
    m_workers = new Field(Field::Kind::Integer, this);
    m_workers->setLimits(1, 1024);
    m_workers->setValue(QString::number(PoolOptions::availableWorkers()));
    m_workers->setObjectName(QStringLiteral("workers"));
    m_workers->setAccessibleName(tr("Workers"));
    m_workers->setToolTip(tr("How many workers the pool has"));
    m_chunkLabel = new QLabel(tr("Chunk"), this);
    setLook(m_chunkLabel, "soft");
    m_chunk = new ChoiceBox(true, this);
    m_chunk->addItems({tr(autoChunk), tr(defaultChunk), "1", "16", "256", "4096", "65536"});
    m_chunk->setObjectName(QStringLiteral("chunksize"));
    m_chunk->setAccessibleName(tr("Chunk size"));
    m_chunk->setToolTip(tr("How many items travel together. “auto” measures what a chunk and an item cost, "
                           "and chooses; “default” is CPython's: items ÷ (4 × workers), rounded up"));
    row->addWidget(m_workersLabel);
    row->addWidget(m_workers);
    row->addSpacing(12);
    row->addWidget(m_chunkLabel);
    row->addWidget(m_chunk);
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("refusal of the tools"));
    setLook(m_note, "note");
    m_note->hide();
    connect(m_workers, &Field::valueChanged, this, &ToolStrip::acceptAll);
    connect(m_chunk, &QComboBox::editTextChanged, this, &ToolStrip::acceptAll);
}

void ToolStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFixedHeight(theme.px(44) - 1); // a line follows
    m_backends->setTheme(theme);
    m_workers->setTheme(theme, 28);
    m_workers->setFixedWidth(theme.px(56));
    m_chunk->setTheme(theme, 28);
    m_chunk->setFixedWidth(theme.px(88));
    m_more->setIcon(themedIcon(QStringLiteral("more"), theme));
    fit();
}

Result<void> ToolStrip::read(RunRequest& request) const
{
    const auto part = static_cast<std::size_t>(m_backends->chosen());
    request.backend = std::array{Backend::Processes, m_isPython ? Backend::PythonThreads : Backend::Threads,
                                 Backend::Serial, Backend::Python}.at(part);
    bool isNumber = false;
    request.workers = m_workers->value().toInt(&isNumber);
    if (!isNumber || request.workers < 1) {
        return wrongNumber(tr("a pool has at least 1 worker"), m_workers->value(), "workers");
    }
    request.chunksize.reset();
    if (m_chunk->value() == tr(autoChunk)) {
        request.chunksize = autoChunksize;
    } else if (m_chunk->value() != tr(defaultChunk)) {
        request.chunksize = m_chunk->value().toULongLong(&isNumber);
        if (!isNumber || *request.chunksize < 1) {
            return wrongNumber(tr("a chunk has at least 1 item, or is “%1”").arg(tr(autoChunk)),
                               m_chunk->value(), "chunksize");
        }
    }
    return {};
}

void ToolStrip::show(const RunRequest& request)
{
    m_backends->choose(partOf(request.backend));
    m_workers->setValue(QString::number(request.workers));
    m_chunk->setCurrentText(!request.chunksize                       ? tr(defaultChunk)
                            : *request.chunksize == autoChunksize ? tr(autoChunk)
                                                                  : QString::number(*request.chunksize));
    backendChosen();
}

void ToolStrip::setJob(const Job* job)
{
    const bool isPython = job != nullptr && job->python;
    const bool hasPython = isPython || (job != nullptr && job->inPython);
    for (const int part : {processesPart, serialPart}) m_backends->setChoiceEnabled(part, !isPython);
    m_backends->setChoiceEnabled(pythonPart, hasPython);
    m_backends->setToolTip(isPython ? tr("Where the calls run. A Python function runs in Python processes, or in the "
                                         "threads of one Python, which share its interpreter lock")
                                    : tr("Where the calls run: Python where the function is there in Python, too"));
    const int chosen = m_backends->chosen();
    if (isPython && !m_isPython) {
        m_chosen = chosen;
        m_backends->choose(pythonPart);
    } else if (m_isPython && !isPython) {
        m_backends->choose(m_chosen == pythonPart && !hasPython ? processesPart : m_chosen);
    } else if (chosen == pythonPart && !hasPython) {
        m_backends->choose(processesPart);
    }
    m_isPython = isPython;
    backendChosen();
}

void ToolStrip::backendChosen()
{
    if (m_workers == nullptr) return; // not built yet
    const bool several = m_backends->chosen() != serialPart;
    m_workers->setEnabled(several);
    m_workersLabel->setEnabled(several);
}

bool ToolStrip::refuse(const QString& field, const QString& sentence)
{
    QWidget* at = field == QLatin1String("workers") ? static_cast<QWidget*>(m_workers)
                  : field == QLatin1String("chunksize") ? static_cast<QWidget*>(m_chunk) : nullptr;
    if (at == nullptr) return false;
    m_workers->setRefused(at == m_workers);
    m_chunk->setRefused(at == m_chunk);
    m_note->setParent(window());
    m_note->setText(sentence);
    m_note->adjustSize();
    m_note->move(at->mapTo(window(), QPoint(0, at->height() + 4)));
    m_note->show();
    m_note->raise();
    at->setFocus();
    return true;
}

void ToolStrip::acceptAll()
{
    m_workers->setRefused(false);
    m_chunk->setRefused(false);
    m_note->hide();
}

void ToolStrip::setRunPrimary(bool primary)
{
    const char* look = primary ? "primary" : "button";
    if (m_run->property("look") == QLatin1String(look)) return;
    m_commands.setRunPrimary(primary);
    setLook(m_run, look);
    m_run->style()->unpolish(m_run);
    m_run->style()->polish(m_run);
}

} // namespace poolscope

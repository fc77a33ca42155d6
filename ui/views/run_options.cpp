// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/run_options.h"

#include "ui/views/icons.h"
#include "ui/views/look.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace poolscope {

namespace {

constexpr const char* inputName = "input";
constexpr const char* timeoutName = "task-timeout";
constexpr const char* retriesName = "retries";
constexpr double shortestSeconds = 0.001;
constexpr double longestSeconds = std::chrono::duration<double>(PoolOptions::longestTask).count();

/// Named as the options of `poolscope run`, which does the same.
std::vector<Parameter> parameters()
{
    const auto help = [](const char* text) { return RunOptions::tr(text).toStdString(); };
    Parameter input{inputName, help(QT_TRANSLATE_NOOP("poolscope::RunOptions", "Items from a file, one JSON value a line, "
                                                      "in the place of the job's own; empty: those")),
                    {}, std::string(), 0, 0, {}};
    Parameter timeout{timeoutName, help(QT_TRANSLATE_NOOP("poolscope::RunOptions", "What one task may take: then its "
                                                          "worker is ended, and the task fails; 0: no limit")),
                      "s", 0.0, 0, longestSeconds, {}};
    Parameter retries{retriesName, help(QT_TRANSLATE_NOOP("poolscope::RunOptions", "How often a task is run again that "
                                                          "took its worker with it")),
                      {}, std::int64_t{0}, 0, double{PoolOptions::mostRetries}, {}};
    return {input, timeout, retries};
}

} // namespace

RunOptions::RunOptions(QWidget* parent)
    : QWidget(parent), m_head(new QToolButton(this)), m_form(new ParametersForm(this))
{
    m_fields.parameters = parameters();
    m_form->setJob(&m_fields);
    m_form->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 16, 0);
    row->addWidget(m_head);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_form);
    setLook(m_head, "more");
    m_head->setObjectName(QStringLiteral("moreOptions"));
    m_head->setCheckable(true);
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setFocusPolicy(Qt::TabFocus);
    m_head->setToolTip(tr("A file of items, a time limit, retries"));
    connect(m_head, &QToolButton::toggled, this, [this](bool on) { open(on); });
    connect(m_form, &ParametersForm::changed, this, [this] {
        tell();
        emit changed();
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RunOptions::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_form->setTheme(theme);
    tell();
}

bool RunOptions::opened() const
{
    return m_head->isChecked();
}

void RunOptions::open(bool opened)
{
    m_head->setChecked(opened);
    m_form->setVisible(opened);
    tell();
}

void RunOptions::tell()
{
    int set = 0;
    const auto values = m_form->values();
    for (const Parameter& field : m_fields.parameters) {
        const auto value = parseParameter(field, values.at(field.name));
        set += value && *value == field.initial ? 0 : 1;
    }
    m_head->setText(set == 0 ? tr("Options") : tr("Options, %n set", nullptr, set));
    m_head->setIcon(themedIcon(opened() ? QStringLiteral("chevron_down") : QStringLiteral("chevron_right"), m_theme));
    m_head->setAccessibleName(m_head->text());
}

Result<void> RunOptions::read(RunRequest& request) const
{
    const auto read = m_fields.parse(m_form->values());
    if (!read) return read.error();
    request.input = read->text(inputName);
    request.taskTimeout = read->real(timeoutName);
    if (request.taskTimeout > 0 && request.taskTimeout < shortestSeconds) {
        return Error{"ValueError", tr("A task may take 0.001 s or more; 0 is no limit.").toStdString(), timeoutName};
    }
    request.retries = static_cast<int>(read->integer(retriesName));
    return {};
}

void RunOptions::show(const RunRequest& request)
{
    m_form->setValues({{inputName, request.input},
                       {timeoutName, QString::number(request.taskTimeout, 'g', 12).toStdString()},
                       {retriesName, std::to_string(request.retries)}});
    tell();
    emit changed();
}

bool RunOptions::refuse(const QString& field, const QString& sentence)
{
    const QString ours = field == QLatin1String("taskTimeout") ? QString(timeoutName) : field;
    if (!m_form->refuse(ours, sentence)) return false;
    open(true);
    return true;
}

void RunOptions::acceptAll()
{
    m_form->acceptAll();
}

void RunOptions::setInputFile(const QString& path)
{
    m_form->setValues({{inputName, path.toStdString()}});
    open(true);
    emit changed();
}

bool RunOptions::hasInputFile() const
{
    return !m_form->values().at(inputName).empty();
}

} // namespace poolscope

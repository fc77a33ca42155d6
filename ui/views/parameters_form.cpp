// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/parameters_form.h"

#include "ui/views/choice_box.h"
#include "ui/views/field.h"
#include "ui/views/look.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace poolscope {

namespace {

void setRefused(QWidget* field, bool refused)
{
    if (auto* typed = qobject_cast<Field*>(field)) {
        typed->setRefused(refused);
    } else {
        static_cast<ChoiceBox*>(field)->setRefused(refused);
    }
}

QString helpOf(const Parameter& parameter)
{
    const auto help = spoken(parameter.help);
    return parameter.unit.empty()
        ? help : ParametersForm::tr("%1, in %2").arg(help, QString::fromStdString(parameter.unit));
}

} // namespace

ParametersForm::ParametersForm(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this)),
      m_payloadRow(new QHBoxLayout), m_payload(newLabel(tr("Payload"), "value")),
      m_payloadText(newLabel({}, "value")), m_payloadBelow(newLabel({}, "caption"))
{
    m_grid->setContentsMargins(16, 0, 16, 8);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
    m_grid->addLayout(m_payloadRow, 0, 0, 1, 2);
    m_payloadRow->setSpacing(8);
    m_payloadRow->addWidget(m_payload, 1);
    m_payloadRow->addWidget(m_payloadText);
    setLook(m_payload, "caption");
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_payload->setToolTip(tr("Bytes of pickle that an item costs on its way out and back: "
                             "all bytes sent ÷ items done, all bytes received ÷ items done"));
    setPayload({}, {});
}

void ParametersForm::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (const Line& line : m_lines) {
        themeLine(line);
    }
}

void ParametersForm::themeLine(const Line& line) const
{
    line.field->setFixedWidth(m_theme.px(112));
    if (auto* field = qobject_cast<Field*>(line.field)) {
        field->setTheme(m_theme);
    } else {
        static_cast<ChoiceBox*>(line.field)->setTheme(m_theme);
    }
}

void ParametersForm::clear()
{
    for (const Line& line : m_lines) {
        delete line.name;
        delete line.field;
        delete line.refusal;
    }
    m_lines.clear();
}

void ParametersForm::setJob(const Job* job)
{
    clear();
    m_grid->removeItem(m_payloadRow);
    setPayload({}, {});
    if (job != nullptr) {
        for (const Parameter& parameter : job->parameters) {
            addLine(parameter);
        }
    }
    const int row = static_cast<int>(2 * m_lines.size());
    m_grid->addLayout(m_payloadRow, row, 0, 1, 2);
    m_grid->addWidget(m_payloadBelow, row + 1, 0, 1, 2, Qt::AlignRight);
}

void ParametersForm::addLine(const Parameter& parameter)
{
    const auto name = QString::fromStdString(parameter.name);
    const int row = static_cast<int>(2 * m_lines.size());
    auto* field = newField(parameter);
    Line line{&parameter, newLabel(name, "name"), field, newLabel({}, "refusal")};
    field->setObjectName(name);
    field->setAccessibleName(name);
    field->setAccessibleDescription(helpOf(parameter));
    field->setToolTip(helpOf(parameter));
    line.name->setToolTip(helpOf(parameter));
    line.refusal->setObjectName(QStringLiteral("refusal of ") + name);
    line.refusal->setWordWrap(true);
    line.refusal->hide();
    m_grid->addWidget(line.name, row, 0);
    m_grid->addWidget(field, row, 1);
    m_grid->addWidget(line.refusal, row + 1, 0, 1, 2);
    m_lines.push_back(line);
    themeLine(line);
}

QWidget* ParametersForm::newField(const Parameter& parameter)
{
    const auto initial = QString::fromStdString(toText(parameter.initial));
    if (!parameter.choices.empty()) {
        auto* box = new ChoiceBox(false, this);
        for (const std::string& choice : parameter.choices) {
            box->addItem(QString::fromStdString(choice));
        }
        box->setCurrentText(initial);
        connect(box, &QComboBox::currentTextChanged, this, &ParametersForm::changed);
        return box;
    }
    const auto kind = std::holds_alternative<std::int64_t>(parameter.initial) ? Field::Kind::Integer
                      : std::holds_alternative<double>(parameter.initial)     ? Field::Kind::Real
                                                                              : Field::Kind::Text;
    auto* field = new Field(kind, this);
    field->setLimits(parameter.least, parameter.most);
    field->setValue(initial);
    connect(field, &Field::valueChanged, this, [this, field] {
        for (const Line& line : m_lines) {
            if (line.field == field) line.refusal->hide();
        }
        emit changed();
    });
    connect(field, &QLineEdit::editingFinished, this, [this, field] {
        for (const Line& line : m_lines) {
            if (line.field == field) checkLine(line);
        }
    });
    return field;
}

/// Says at once what is wrong, not first when the job is run.
void ParametersForm::checkLine(const Line& line)
{
    if (const auto parsed = parseParameter(*line.parameter, valueOf(line)); !parsed) {
        refuse(QString::fromStdString(line.parameter->name), spoken(parsed.error().text));
    }
}

std::string ParametersForm::valueOf(const Line& line)
{
    const auto* field = qobject_cast<Field*>(line.field);
    return (field != nullptr ? field->value() : static_cast<ChoiceBox*>(line.field)->currentText())
        .toStdString();
}

ParametersForm::Values ParametersForm::values() const
{
    Values values;
    for (const Line& line : m_lines) {
        values[line.parameter->name] = valueOf(line);
    }
    return values;
}

void ParametersForm::setValues(const Values& values)
{
    for (const Line& line : m_lines) {
        const auto found = values.find(line.parameter->name);
        if (found == values.end()) continue;
        const auto text = QString::fromStdString(found->second);
        if (auto* field = qobject_cast<Field*>(line.field)) {
            field->setValue(text);
        } else {
            static_cast<ChoiceBox*>(line.field)->setCurrentText(text);
        }
    }
    acceptAll();
}

bool ParametersForm::refuse(const QString& name, const QString& sentence)
{
    for (const Line& line : m_lines) {
        if (name.toStdString() != line.parameter->name) continue;
        setRefused(line.field, true);
        line.refusal->setText(sentence);
        line.refusal->show();
        return true;
    }
    return false;
}

void ParametersForm::acceptAll()
{
    for (const Line& line : m_lines) {
        setRefused(line.field, false);
        line.refusal->hide();
    }
}

void ParametersForm::setWithout(const QString& name, const QString& why)
{
    for (const Line& line : m_lines) {
        if (name.toStdString() != line.parameter->name) continue;
        const QString told = why.isEmpty() ? helpOf(*line.parameter) : why;
        line.name->setEnabled(why.isEmpty());
        line.field->setEnabled(why.isEmpty());
        line.field->setAccessibleDescription(told);
        for (QWidget* widget : {static_cast<QWidget*>(line.name), line.field})
            widget->setToolTip(told);
        if (why.isEmpty()) continue;
        setRefused(line.field, false); // nobody reads it
        line.refusal->hide();
    }
}

void ParametersForm::focusFirst()
{
    for (const Line& line : m_lines) {
        if (!line.field->isEnabled()) continue;
        line.field->setFocus(Qt::TabFocusReason);
        return;
    }
}

void ParametersForm::setPayload(const QString& text, const QString& below)
{
    m_payloadText->setText(text);
    m_payloadBelow->setText(below);
    for (QLabel* label : {m_payload, m_payloadText, m_payloadBelow}) {
        label->setVisible(!text.isEmpty());
    }
}

} // namespace poolscope

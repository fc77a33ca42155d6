// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parameters of a job as fields: numbers, words and choices; what is wrong stands below them.

#include "ui/bridge/bridge.h"
#include "ui/charts/charts.h"

#include <QWidget>

#include <map>
#include <vector>

class QGridLayout;
class QHBoxLayout;
class QLabel;

namespace poolscope {

class ParametersForm final : public QWidget {
    Q_OBJECT
public:
    explicit ParametersForm(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setJob(const Job* job); ///< fields with the defaults; null: none
    using Values = std::map<std::string, std::string, std::less<>>;
    Values values() const;
    void setValues(const Values& values); ///< those that are named
    /// Marks a parameter's field and says below it what is wrong; false: it is no field of ours.
    bool refuse(const QString& name, const QString& sentence);
    void acceptAll();
    /// Greys the field of that name and says there why; an empty sentence gives it back.
    void setWithout(const QString& name, const QString& why);
    void focusFirst(); ///< by key, with its value selected
    void setPayload(const QString& text, const QString& below); ///< bytes an item, measured

signals:
    void changed();

private:
    struct Line {
        const Parameter* parameter;
        QLabel* name;
        QWidget* field; ///< Field or ChoiceBox
        QLabel* refusal;
    };
    void addLine(const Parameter& parameter);
    QWidget* newField(const Parameter& parameter);
    void themeLine(const Line& line) const;
    void checkLine(const Line& line);
    static std::string valueOf(const Line& line);
    void clear();

    Theme m_theme;
    QGridLayout* m_grid;
    std::vector<Line> m_lines;
    QHBoxLayout* m_payloadRow;
    QLabel *m_payload, *m_payloadText, *m_payloadBelow;
};

} // namespace poolscope

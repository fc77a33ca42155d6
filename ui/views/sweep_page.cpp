// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/bridge.h" // before the class of that name that a field is

#include "ui/views/sweep_page.h"

#include "ui/views/bytes_head.h"
#include "ui/views/field.h"
#include "ui/views/icons.h"
#include "ui/views/look.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace poolscope {

namespace {

constexpr int fewestWorkers = 8; // a fit needs six points

QTableView* newTable(QAbstractItemModel* model, const QString& name)
{
    auto* table = new QTableView;
    table->setModel(model);
    table->setAccessibleName(name);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const int narrow : {0, 1}) { // whole numbers leave room for the others
        table->horizontalHeader()->setSectionResizeMode(narrow, QHeaderView::ResizeToContents);
    }
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    return table;
}

} // namespace

SweepPage::SweepPage(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newHead());
    column->addWidget(newLine(Qt::Horizontal));
    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_chart = new SweepChart, 1);
    body->addWidget(newLine(Qt::Vertical));
    body->addWidget(newFigures());
    column->addLayout(body, 1);
    m_chart->setModel(&m_model);
    connect(&m_model, &SweepModel::changed, this, &SweepPage::refresh);
    variableChosen();
    refresh();
}

QWidget* SweepPage::newHead()
{
    m_head = new QWidget;
    auto* column = new QVBoxLayout(m_head);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_back = newBackButton());
    m_back->setText(tr("Sweep"));
    connect(m_back, &QToolButton::clicked, this, &SweepPage::backWanted);
    row->addWidget(m_sentence = newLabel({}, "headline"));
    row->addWidget(
        m_help = new HelpMark(
            tr("Throughput: items ÷ time of the run. Each point is run several times, the points "
               "in turn, "
               "forwards and backwards; its median is drawn, with the lowest and the highest.")));
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(newControls());
    return m_head;
}

QWidget* SweepPage::newControls()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_variables = new ChoiceBar({tr("Workers"), tr("Chunk size")}, 28));
    m_variables->setAccessibleName(tr("What the sweep changes"));
    connect(m_variables, &ChoiceBar::chosenChanged, this, &SweepPage::variableChosen);
    row->addSpacing(8);
    row->addWidget(m_most = newLabel({}, "soft"));
    row->addWidget(m_limit = new Field(Field::Kind::Integer));
    m_limit->setObjectName(QStringLiteral("sweep limit"));
    row->addSpacing(8);
    row->addWidget(newLabel(tr("runs a point"), "soft"));
    row->addWidget(m_repeats = new Field(Field::Kind::Integer));
    m_repeats->setObjectName(QStringLiteral("sweep repeats"));
    m_repeats->setLimits(1, 99);
    m_repeats->setValue(QStringLiteral("3"));
    m_repeats->setAccessibleName(tr("Runs of each point"));
    row->addSpacing(8);
    row->addWidget(m_start = new QPushButton(tr("Run the sweep")));
    setLook(m_start, "primary");
    connect(m_start, &QPushButton::clicked, this,
            [this] { m_running ? emit stopWanted() : emit startWanted(); });
    row->addSpacing(4);
    row->addWidget(m_progress = newLabel({}, "soft"), 1);
    m_progress->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return box;
}

QWidget* SweepPage::newFigures()
{
    m_figures = new QWidget;
    auto* column = new QVBoxLayout(m_figures);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* title = newLabel(tr("Points"), "title");
    title->setContentsMargins(16, 10, 16, 4);
    column->addWidget(title);
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(8, 0, 8, 8);
    inset->addWidget(m_table = newTable(&m_model, tr("Points of the sweep")));
    column->addLayout(inset, 1);
    column->addWidget(newLaws());
    return m_figures;
}

QWidget* SweepPage::newLaws()
{
    m_laws = new QWidget;
    auto* column = new QVBoxLayout(m_laws);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(4);
    column->addWidget(newLine(Qt::Horizontal));
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(16, 6, 16, 0);
    inset->setSpacing(6);
    auto* title = newLabel(tr("Laws that fit"), "title");
    title->setToolTip(tr("Throughput X of N workers: λN ÷ (1 + σ(N − 1) + κN(N − 1)), the "
                         "universal scalability law; "
                         "with κ = 0 it is Amdahl's. σ: what only one worker at a time can do. κ: "
                         "what each pays for "
                         "each other."));
    inset->addWidget(title);
    for (QLabel** label : {&m_missing, &m_amdahl, &m_universal}) {
        inset->addWidget(*label = newLabel({}, "soft"));
        (*label)->setWordWrap(true);
    }
    column->addLayout(inset);
    return m_laws;
}

void SweepPage::setTheme(const Theme& theme)
{
    m_back->setIcon(themedIcon(QStringLiteral("chevron_left"), theme));
    m_help->setTheme(theme);
    m_variables->setTheme(theme);
    m_chart->setTheme(theme);
    for (Field* field : {m_limit, m_repeats}) field->setTheme(theme, 28);
    m_limit->setFixedWidth(theme.px(88));
    m_repeats->setFixedWidth(theme.px(52));
    m_figures->setFixedWidth(theme.px(416));
    m_table->verticalHeader()->setMinimumSectionSize(theme.px(18));
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(24));
}

SweepModel::Variable SweepPage::variable() const
{
    return m_variables->chosen() == 0 ? SweepModel::Variable::Workers
                                      : SweepModel::Variable::Chunksize;
}

void SweepPage::setVariable(SweepModel::Variable variable)
{
    m_variables->choose(variable == SweepModel::Variable::Workers ? 0 : 1);
}

void SweepPage::variableChosen()
{
    const bool workers = variable() == SweepModel::Variable::Workers;
    m_most->setText(workers ? tr("from 1 to") : tr("1, 2, 4 … up to"));
    m_limit->setAccessibleName(workers ? tr("Most workers") : tr("Largest chunk"));
    m_limit->setLimits(1, workers ? 256 : 1e9);
    m_limit->setValue(
        workers ? QString::number(std::max(fewestWorkers, PoolOptions::availableWorkers()))
                : QStringLiteral("4096"));
}

std::vector<std::uint64_t> SweepPage::values() const
{
    bool isNumber = false;
    const std::uint64_t most =
        std::clamp<std::uint64_t>(m_limit->value().toULongLong(&isNumber), 1, 1'000'000'000);
    return variable() == SweepModel::Variable::Workers
               ? sweepOfWorkers(std::min<std::uint64_t>(most, 256))
               : sweepOfChunks(most);
}

int SweepPage::repeats() const { return std::clamp(m_repeats->value().toInt(), 1, 99); }

void SweepPage::setRunning(bool running, const QString& words)
{
    m_running = running;
    m_start->setText(running ? tr("Stop the sweep") : tr("Run the sweep"));
    m_progress->setText(words);
    m_progress->setToolTip(words);
    for (QWidget* field : {static_cast<QWidget*>(m_variables), static_cast<QWidget*>(m_limit),
                           static_cast<QWidget*>(m_repeats)}) {
        field->setEnabled(!running);
    }
}

QString SweepPage::words() const { return m_sentence->text() + QChar(' ') + m_progress->text(); }

/// "Amdahl: 7.1 % for one worker at a time (σ), R² 0.982".
QString SweepPage::lawText(const ScalingLaw& law, bool universal) const
{
    const QString sigma = tr("σ\u00a0%1\u00a0%").arg(decimalText(law.sigma * 100, 1));
    const QString fit = tr("R²\u00a0%1, residual %2\u00a0items/s")
                            .arg(decimalText(law.r2, 3))
                            .arg(spoken(quantityText(law.residual, 2)));
    if (!universal) return tr("Amdahl: %1, %2").arg(sigma, fit);
    const QString kappa = tr("κ\u00a0%1\u00a0%").arg(decimalText(law.kappa * 100, 2));
    const auto peak = law.peak();
    const QString most =
        peak ? tr("peak at %1\u00a0workers").arg(decimalText(*peak, 1)) : tr("no peak");
    return tr("Universal: %1, %2, %3, %4").arg(sigma, kappa, most, fit);
}

void SweepPage::refresh()
{
    m_sentence->setText(m_model.sentence());
    const ScalingFits& fits = m_model.fits();
    const bool workers = m_model.variable() == SweepModel::Variable::Workers;
    m_laws->setVisible(workers);
    m_missing->setVisible(!fits.missing.empty());
    m_missing->setText(spoken(fits.missing));
    m_amdahl->setVisible(fits.amdahl.has_value());
    m_universal->setVisible(fits.universal.has_value());
    if (fits.amdahl) m_amdahl->setText(lawText(*fits.amdahl, false));
    if (fits.universal) m_universal->setText(lawText(*fits.universal, true));
}

} // namespace poolscope

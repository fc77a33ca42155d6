// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bytes of a task's messages: what they say, by which opcodes, in which bytes; each of the three
// follows the others.

#include "ui/views/run_desk.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace poolscope {

class BytesHead;
class Explanation;
class MachinePanel;
class NoBytesPanel;
class ObjectTree;
class OpcodeTable;

class BytesPage final : public QWidget {
    Q_OBJECT
public:
    explicit BytesPage(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    /// The messages of this task in this run, out or back as it was of the task before.
    void show(const RunDesk::Entry& entry, std::uint64_t item);
    void refresh(); ///< more may have been kept since
    void leave();   ///< lets go of the run
    std::uint64_t item() const { return m_item; }
    bool hasMessages() const { return !m_kept.empty(); }
    QString task() const; ///< "task 4 711", as a title says it
    const MessageModel& message() const { return m_message; }
    QString text() const; ///< what its head says, or why there is nothing to see

signals:
    void backWanted();
    void remedyWanted(const poolscope::RunRequest& request);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* newObjects();
    QWidget* newOpcodes();
    QWidget* newBytes();
    void connectParts();
    void showMessage(int message);
    void showMessages(int chosen, bool more);
    QStringList messageNames(bool answered) const;
    void tell();
    void fitColumns();

    MessageModel m_message;
    const RunDesk::Entry* m_entry = nullptr; ///< of the desk, which keeps all of them
    std::vector<std::shared_ptr<const Payload>> m_kept;
    std::uint64_t m_item = 0;
    int m_chosen = 0;
    Theme m_theme;
    bool m_moved = false; ///< columns, by hand

    BytesHead* m_head;
    QWidget* m_line;
    QStackedWidget* m_body;
    QSplitter* m_columns;
    ObjectTree* m_tree;
    OpcodeTable* m_opcodes;
    MachinePanel* m_machine;
    HexView* m_hex;
    Explanation* m_explanation;
    NoBytesPanel* m_none;
    QLabel *m_opcodeCount, *m_place;
};

} // namespace poolscope

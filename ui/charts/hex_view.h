// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bytes of a message in hex and as characters. Only lines in view are painted, so that the size
// of the message does not matter.

#include "ui/charts/theme.h"

#include <QAbstractScrollArea>

namespace poolscope {

class HexView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit HexView(MessageModel& message, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    int bytesPerLine() const { return m_perLine; }
    QRect byteRect(std::size_t byte) const;    ///< in the viewport, in hex
    /// The byte at a point of the viewport, in hex or as a character; -1 where there is none.
    qint64 byteAt(const QPoint& point) const;
    QSize minimumSizeHint() const override { return {m_theme.px(330), m_theme.px(120)}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// How a byte stands to what is chosen.
    enum class Mark { None, Part, Opcode };
    Mark markOf(std::size_t byte) const;
    void layOut();
    void showChosen();
    std::size_t lines() const;
    QRect characterRect(std::size_t byte) const;
    void paintLine(QPainter& painter, std::size_t line) const;
    void paintByte(QPainter& painter, std::size_t byte, Mark mark) const;

    MessageModel& m_message;
    Theme m_theme;
    int m_perLine = 8;
    int m_pitch = 30, m_characterPitch = 12, m_line = 28; ///< px
    int m_hexLeft = 0, m_textLeft = 0;
};

} // namespace poolscope

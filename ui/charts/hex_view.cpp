// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hex_view.h"

#include "ui/charts/figures.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace poolscope {

namespace {

constexpr int gapOfText = 16;
constexpr std::array<int, 3> lineLengths{32, 16, 8}; // the longest that has room

QChar characterOf(char byte)
{
    return byte >= 0x20 && byte < 0x7f ? QLatin1Char(byte) : QChar(0x00b7);
}

} // namespace

HexView::HexView(MessageModel& message, QWidget* parent)
    : QAbstractScrollArea(parent), m_message(message), m_theme(Theme::lightTheme())
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Bytes of the message"));
    connect(&message, &MessageModel::loaded, this, [this] {
        verticalScrollBar()->setValue(0);
        layOut();
    });
    connect(&message, &MessageModel::selected, this, &HexView::showChosen);
}

void HexView::setTheme(const Theme& theme)
{
    m_theme = theme;
    layOut();
}

std::size_t HexView::lines() const
{
    const auto per = static_cast<std::size_t>(m_perLine);
    return (m_message.bytes().size() + per - 1) / per;
}

/// As many bytes a line as fit, then as much air between them as there is, up to the usual pitch.
void HexView::layOut()
{
    const std::size_t last = std::max<std::size_t>(m_message.bytes().size(), 1) - 1;
    const int digits = static_cast<int>(std::max<std::size_t>(3, QString::number(last).size()));
    const int sign = widthOf(m_theme.mono(13), QStringLiteral("0"));
    m_hexLeft = chartSide + digits * widthOf(m_theme.mono(12), QStringLiteral("0")) + m_theme.px(16);
    const int room = viewport()->width() - m_hexLeft - m_theme.px(gapOfText) - chartSide;
    const int least = 2 * sign + m_theme.px(5) + sign;
    m_perLine = lineLengths.back();
    for (const int length : lineLengths) {
        if (room >= length * least && (length == 8 || room >= length * (least + m_theme.px(6)))) {
            m_perLine = length;
            break;
        }
    }
    const int each = room / m_perLine;
    m_pitch = std::clamp(each * 5 / 7, 2 * sign + 3, m_theme.px(30));
    m_characterPitch = std::clamp(each - m_pitch, sign, m_theme.px(11));
    m_textLeft = m_hexLeft + m_perLine * m_pitch + m_theme.px(gapOfText);
    const int all = viewport()->height() / static_cast<int>(std::clamp<std::size_t>(lines(), 1, 1000));
    m_line = std::clamp(all, m_theme.px(22), m_theme.px(28)); // closer where all of it then fits
    const int shown = std::max(1, viewport()->height() / m_line);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(lines()) - shown));
    verticalScrollBar()->setPageStep(shown);
    showChosen();
}

QRect HexView::byteRect(std::size_t byte) const
{
    const auto per = static_cast<std::size_t>(m_perLine);
    const int line = static_cast<int>(byte / per) - verticalScrollBar()->value();
    return {m_hexLeft + static_cast<int>(byte % per) * m_pitch, line * m_line + 1, m_pitch, m_line - 2};
}

QRect HexView::characterRect(std::size_t byte) const
{
    const QRect hex = byteRect(byte);
    const int place = static_cast<int>(byte % static_cast<std::size_t>(m_perLine));
    return {m_textLeft + place * m_characterPitch, hex.top(), m_characterPitch, hex.height()};
}

qint64 HexView::byteAt(const QPoint& point) const
{
    const bool inText = point.x() >= m_textLeft;
    const int left = inText ? m_textLeft : m_hexLeft;
    const int place = point.x() < left ? -1 : (point.x() - left) / (inText ? m_characterPitch : m_pitch);
    if (place < 0 || place >= m_perLine || point.y() < 0) return -1;
    const qint64 line = verticalScrollBar()->value() + point.y() / m_line;
    const qint64 byte = line * m_perLine + place;
    return byte < static_cast<qint64>(m_message.bytes().size()) ? byte : -1;
}

HexView::Mark HexView::markOf(std::size_t byte) const
{
    if (m_message.anatomy() == nullptr || m_message.anatomy()->opcodes().empty()) return Mark::None;
    const std::size_t opcode = m_message.opcodeAt(byte);
    if (opcode == m_message.opcode()) return Mark::Opcode;
    return m_message.inPart(opcode) ? Mark::Part : Mark::None;
}

void HexView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.canvas);
    const auto first = static_cast<std::size_t>(verticalScrollBar()->value());
    const auto shown = static_cast<std::size_t>(viewport()->height() / m_line + 1);
    for (std::size_t line = first; line < std::min(lines(), first + shown); ++line) {
        paintLine(painter, line);
    }
    const bool byKey = window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (hasFocus() && byKey) drawFocus(painter, m_theme.ink, viewport()->rect());
}

void HexView::paintLine(QPainter& painter, std::size_t line) const
{
    const auto per = static_cast<std::size_t>(m_perLine);
    const std::size_t begin = line * per, end = std::min(begin + per, m_message.bytes().size());
    const QRect first = byteRect(begin);
    painter.setFont(m_theme.mono(12));
    painter.setPen(m_theme.t3);
    drawLabel(painter, QRectF(0, first.top(), m_hexLeft - m_theme.px(12), first.height()), QString::number(begin),
              Qt::AlignRight | Qt::AlignVCenter);
    for (std::size_t byte = begin; byte < end; ++byte) {
        paintByte(painter, byte, markOf(byte));
    }
}

void HexView::paintByte(QPainter& painter, std::size_t byte, Mark mark) const
{
    const QRect hex = byteRect(byte), text = characterRect(byte);
    if (mark != Mark::None) {
        painter.fillRect(hex, mark == Mark::Opcode ? m_theme.ink : m_theme.select);
        painter.fillRect(text, mark == Mark::Opcode ? m_theme.ink : m_theme.select);
    }
    const char raw = m_message.bytes()[byte];
    painter.setFont(m_theme.mono(13, mark == Mark::None ? QFont::Normal : QFont::DemiBold));
    painter.setPen(mark == Mark::Opcode ? m_theme.onInk : mark == Mark::Part ? m_theme.t1 : m_theme.t2);
    drawLabel(painter, hex.adjusted(0, 0, 2, 0), hexOf(std::string_view(&raw, 1), 1), Qt::AlignCenter);
    if (mark == Mark::None) painter.setPen(m_theme.t3);
    drawLabel(painter, text.adjusted(0, 0, 1, 0), characterOf(raw), Qt::AlignCenter);
}

void HexView::resizeEvent(QResizeEvent*)
{
    layOut();
}

/// Brings the opcode's bytes into view, and says them to whoever cannot see.
void HexView::showChosen()
{
    viewport()->update();
    const Anatomy* anatomy = m_message.anatomy();
    if (anatomy == nullptr || anatomy->opcodes().empty()) return;
    const OpcodeAt& opcode = anatomy->opcodes()[m_message.opcode()];
    const auto per = static_cast<std::size_t>(m_perLine);
    const int line = static_cast<int>(opcode.offset / per);
    QScrollBar* bar = verticalScrollBar();
    const int last = static_cast<int>((opcode.offset + opcode.size - 1) / per);
    bar->setValue(std::max(bar->value(), last - bar->pageStep() + 1));
    bar->setValue(std::min(bar->value(), line)); // where it is longer than the view, its begin
    setAccessibleDescription(tr("offset %1: %2").arg(opcode.offset).arg(
        hexOf(m_message.bytes().substr(opcode.offset, opcode.size), 16)));
}

void HexView::mousePressEvent(QMouseEvent* event)
{
    const qint64 byte = byteAt(event->pos());
    if (event->button() == Qt::LeftButton && byte >= 0) m_message.selectByte(static_cast<std::size_t>(byte));
}

void HexView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: return m_message.step(-1);
    case Qt::Key_Right:
    case Qt::Key_Down: return m_message.step(1);
    case Qt::Key_Home: return m_message.selectOpcode(0);
    case Qt::Key_End: return m_message.selectByte(m_message.bytes().size() - 1);
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace poolscope

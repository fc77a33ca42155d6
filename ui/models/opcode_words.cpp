// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/opcodes_model.h"

#include "core/pickle/pickle.h"

#include <QCoreApplication>

namespace poolscope {

namespace {

/// As core says them, told to the translators here.
// clang-format off
[[maybe_unused]] constexpr const char* meanings[] = {
    QT_TRANSLATE_NOOP("Opcodes", "Puts a mark on the stack. A later opcode takes all that lies above it."),
    QT_TRANSLATE_NOOP("Opcodes", "Ends the pickle. What lies on top of the stack is the value."),
    QT_TRANSLATE_NOOP("Opcodes", "Throws away what lies on top of the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "Throws away all down to the topmost mark, and the mark."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts what lies on top of the stack there once more."),
    QT_TRANSLATE_NOOP("Opcodes", "A float, written as a line of text."),
    QT_TRANSLATE_NOOP("Opcodes", "An int, written as a line of text; 00 is False and 01 is True."),
    QT_TRANSLATE_NOOP("Opcodes", "An int of 4 bytes, which may be negative."),
    QT_TRANSLATE_NOOP("Opcodes", "An int from 0 to 255, in one byte."),
    QT_TRANSLATE_NOOP("Opcodes", "An int of any size, written as a line of text that ends with L."),
    QT_TRANSLATE_NOOP("Opcodes", "An int from 0 to 65535, in two bytes."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts None on the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "An object that lies outside the pickle, by an id written as a line of text."),
    QT_TRANSLATE_NOOP("Opcodes", "Takes an id from the stack and puts the object there that lies outside the pickle under it."),
    QT_TRANSLATE_NOOP("Opcodes", "Takes arguments and what is called from the stack and puts the result of the call there. Poolscope only notes the call."),
    QT_TRANSLATE_NOOP("Opcodes", "A Python 2 str, quoted on a line of text."),
    QT_TRANSLATE_NOOP("Opcodes", "A Python 2 str: a length of 4 bytes, and its bytes."),
    QT_TRANSLATE_NOOP("Opcodes", "A Python 2 str: a length of one byte, and its bytes."),
    QT_TRANSLATE_NOOP("Opcodes", "A str, written as a line of text with escapes."),
    QT_TRANSLATE_NOOP("Opcodes", "A str: a length of 4 bytes, and its UTF-8."),
    QT_TRANSLATE_NOOP("Opcodes", "Takes an item from the stack and appends it to the list below."),
    QT_TRANSLATE_NOOP("Opcodes", "Gives the object its state, which lies on top of the stack. Poolscope reads it without running any code."),
    QT_TRANSLATE_NOOP("Opcodes", "A class or function, by the names of its module and its own on two lines of text. Poolscope does not import it."),
    QT_TRANSLATE_NOOP("Opcodes", "Makes a dict of the keys and items down to the topmost mark."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts an empty dict on the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "Takes the items down to the topmost mark and appends them to the list below."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts an object from the memo on the stack; its number is a line of text."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts an object from the memo on the stack; its number is one byte."),
    QT_TRANSLATE_NOOP("Opcodes", "Makes an object of a class that two lines of text name, with the arguments down to the topmost mark."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts an object from the memo on the stack; its number has 4 bytes."),
    QT_TRANSLATE_NOOP("Opcodes", "Makes a list of the items down to the topmost mark."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts an empty list on the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "Makes an object of the class and the arguments down to the topmost mark."),
    QT_TRANSLATE_NOOP("Opcodes", "Stores what lies on top of the stack in the memo; its number is a line of text."),
    QT_TRANSLATE_NOOP("Opcodes", "Stores what lies on top of the stack in the memo; its number is one byte."),
    QT_TRANSLATE_NOOP("Opcodes", "Stores what lies on top of the stack in the memo; its number has 4 bytes."),
    QT_TRANSLATE_NOOP("Opcodes", "Takes a key and an item from the stack and sets them in the dict below."),
    QT_TRANSLATE_NOOP("Opcodes", "Makes a tuple of the items down to the topmost mark."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts the empty tuple on the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "Takes the keys and items down to the topmost mark and sets them in the dict below."),
    QT_TRANSLATE_NOOP("Opcodes", "A float of 8 bytes, the highest byte first."),
    QT_TRANSLATE_NOOP("Opcodes", "Bytes: a length of 4 bytes, and the bytes."),
    QT_TRANSLATE_NOOP("Opcodes", "Bytes: a length of one byte, and the bytes."),
    QT_TRANSLATE_NOOP("Opcodes", "Says in which protocol the pickle is written."),
    QT_TRANSLATE_NOOP("Opcodes", "Takes arguments and a class from the stack and puts a new object of the class there. Its state comes later."),
    QT_TRANSLATE_NOOP("Opcodes", "A class or function by its number of one byte in the registry of copyreg."),
    QT_TRANSLATE_NOOP("Opcodes", "A class or function by its number of two bytes in the registry of copyreg."),
    QT_TRANSLATE_NOOP("Opcodes", "A class or function by its number of 4 bytes in the registry of copyreg."),
    QT_TRANSLATE_NOOP("Opcodes", "Makes a tuple of the one item on top of the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "Makes a tuple of the two items on top of the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "Makes a tuple of the three items on top of the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts True on the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts False on the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "An int of any size up to 255 bytes: a length of one byte, and its bytes."),
    QT_TRANSLATE_NOOP("Opcodes", "An int of any size: a length of 4 bytes, and its bytes."),
    QT_TRANSLATE_NOOP("Opcodes", "A str: a length of one byte, and its UTF-8."),
    QT_TRANSLATE_NOOP("Opcodes", "A str: a length of 8 bytes, and its UTF-8."),
    QT_TRANSLATE_NOOP("Opcodes", "Bytes: a length of 8 bytes, and the bytes."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts an empty set on the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "Takes the items down to the topmost mark and adds them to the set below."),
    QT_TRANSLATE_NOOP("Opcodes", "Makes a frozenset of the items down to the topmost mark."),
    QT_TRANSLATE_NOOP("Opcodes", "Takes keywords, arguments and a class from the stack and puts a new object of the class there."),
    QT_TRANSLATE_NOOP("Opcodes", "Takes a name and the name of its module from the stack and puts the class or function there. Poolscope does not import it."),
    QT_TRANSLATE_NOOP("Opcodes", "Stores what lies on top of the stack in the memo, under the next number."),
    QT_TRANSLATE_NOOP("Opcodes", "Says how many bytes follow that can be read at once."),
    QT_TRANSLATE_NOOP("Opcodes", "A bytearray: a length of 8 bytes, and its bytes."),
    QT_TRANSLATE_NOOP("Opcodes", "Puts the next of the buffers that travel beside the pickle on the stack."),
    QT_TRANSLATE_NOOP("Opcodes", "Makes the buffer on top of the stack one that cannot be written."),
};
// clang-format on

} // namespace

QString meaningOf(std::uint8_t opcode)
{
    const std::string meaning(opcodeMeaning(opcode));
    return meaning.empty() ? QString() : QCoreApplication::translate("Opcodes", meaning.c_str());
}

} // namespace poolscope

// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// What each opcode does, for a person.
#include "core/pickle/anatomy.h"
#include "core/pickle/opcode.h"

#include <algorithm>
#include <iterator>

namespace poolscope {

namespace {

struct Meaning {
    Op op;
    std::string_view text;
};

constexpr Meaning meanings[] = {
    {Op::Mark, "Puts a mark on the stack. A later opcode takes all that lies above it."},
    {Op::Stop, "Ends the pickle. What lies on top of the stack is the value."},
    {Op::Pop, "Throws away what lies on top of the stack."},
    {Op::PopMark, "Throws away all down to the topmost mark, and the mark."},
    {Op::Dup, "Puts what lies on top of the stack there once more."},
    {Op::Float, "A float, written as a line of text."},
    {Op::Int, "An int, written as a line of text; 00 is False and 01 is True."},
    {Op::BinInt, "An int of 4 bytes, which may be negative."},
    {Op::BinInt1, "An int from 0 to 255, in one byte."},
    {Op::Long, "An int of any size, written as a line of text that ends with L."},
    {Op::BinInt2, "An int from 0 to 65535, in two bytes."},
    {Op::None, "Puts None on the stack."},
    {Op::PersId, "An object that lies outside the pickle, by an id written as a line of text."},
    {Op::BinPersId,
     "Takes an id from the stack and puts the object there that lies outside the pickle under "
     "it."},
    {Op::Reduce,
     "Takes arguments and what is called from the stack and puts the result of the call there. "
     "Poolscope only notes the call."},
    {Op::String, "A Python 2 str, quoted on a line of text."},
    {Op::BinString, "A Python 2 str: a length of 4 bytes, and its bytes."},
    {Op::ShortBinString, "A Python 2 str: a length of one byte, and its bytes."},
    {Op::Unicode, "A str, written as a line of text with escapes."},
    {Op::BinUnicode, "A str: a length of 4 bytes, and its UTF-8."},
    {Op::Append, "Takes an item from the stack and appends it to the list below."},
    {Op::Build,
     "Gives the object its state, which lies on top of the stack. Poolscope reads it without "
     "running any code."},
    {Op::Global,
     "A class or function, by the names of its module and its own on two lines of text. "
     "Poolscope does not import it."},
    {Op::Dict, "Makes a dict of the keys and items down to the topmost mark."},
    {Op::EmptyDict, "Puts an empty dict on the stack."},
    {Op::Appends, "Takes the items down to the topmost mark and appends them to the list below."},
    {Op::Get, "Puts an object from the memo on the stack; its number is a line of text."},
    {Op::BinGet, "Puts an object from the memo on the stack; its number is one byte."},
    {Op::Inst,
     "Makes an object of a class that two lines of text name, with the arguments down to the "
     "topmost mark."},
    {Op::LongBinGet, "Puts an object from the memo on the stack; its number has 4 bytes."},
    {Op::List, "Makes a list of the items down to the topmost mark."},
    {Op::EmptyList, "Puts an empty list on the stack."},
    {Op::Obj, "Makes an object of the class and the arguments down to the topmost mark."},
    {Op::Put, "Stores what lies on top of the stack in the memo; its number is a line of text."},
    {Op::BinPut, "Stores what lies on top of the stack in the memo; its number is one byte."},
    {Op::LongBinPut, "Stores what lies on top of the stack in the memo; its number has 4 bytes."},
    {Op::SetItem, "Takes a key and an item from the stack and sets them in the dict below."},
    {Op::Tuple, "Makes a tuple of the items down to the topmost mark."},
    {Op::EmptyTuple, "Puts the empty tuple on the stack."},
    {Op::SetItems,
     "Takes the keys and items down to the topmost mark and sets them in the dict below."},
    {Op::BinFloat, "A float of 8 bytes, the highest byte first."},
    {Op::BinBytes, "Bytes: a length of 4 bytes, and the bytes."},
    {Op::ShortBinBytes, "Bytes: a length of one byte, and the bytes."},
    {Op::Proto, "Says in which protocol the pickle is written."},
    {Op::NewObj,
     "Takes arguments and a class from the stack and puts a new object of the class there. Its "
     "state comes later."},
    {Op::Ext1, "A class or function by its number of one byte in the registry of copyreg."},
    {Op::Ext2, "A class or function by its number of two bytes in the registry of copyreg."},
    {Op::Ext4, "A class or function by its number of 4 bytes in the registry of copyreg."},
    {Op::Tuple1, "Makes a tuple of the one item on top of the stack."},
    {Op::Tuple2, "Makes a tuple of the two items on top of the stack."},
    {Op::Tuple3, "Makes a tuple of the three items on top of the stack."},
    {Op::NewTrue, "Puts True on the stack."},
    {Op::NewFalse, "Puts False on the stack."},
    {Op::Long1, "An int of any size up to 255 bytes: a length of one byte, and its bytes."},
    {Op::Long4, "An int of any size: a length of 4 bytes, and its bytes."},
    {Op::ShortBinUnicode, "A str: a length of one byte, and its UTF-8."},
    {Op::BinUnicode8, "A str: a length of 8 bytes, and its UTF-8."},
    {Op::BinBytes8, "Bytes: a length of 8 bytes, and the bytes."},
    {Op::EmptySet, "Puts an empty set on the stack."},
    {Op::AddItems, "Takes the items down to the topmost mark and adds them to the set below."},
    {Op::FrozenSet, "Makes a frozenset of the items down to the topmost mark."},
    {Op::NewObjEx,
     "Takes keywords, arguments and a class from the stack and puts a new object of the class "
     "there."},
    {Op::StackGlobal,
     "Takes a name and the name of its module from the stack and puts the class or function "
     "there. Poolscope does not import it."},
    {Op::Memoize, "Stores what lies on top of the stack in the memo, under the next number."},
    {Op::Frame, "Says how many bytes follow that can be read at once."},
    {Op::ByteArray8, "A bytearray: a length of 8 bytes, and its bytes."},
    {Op::NextBuffer, "Puts the next of the buffers that travel beside the pickle on the stack."},
    {Op::ReadOnlyBuffer, "Makes the buffer on top of the stack one that cannot be written."},
};
static_assert(std::size(meanings) == 68);

} // namespace

std::string_view opcodeMeaning(std::uint8_t code)
{
    const auto* found =
        std::find_if(std::begin(meanings), std::end(meanings),
                     [code](const Meaning& known) { return known.op == static_cast<Op>(code); });
    return found == std::end(meanings) ? std::string_view() : found->text;
}

} // namespace poolscope

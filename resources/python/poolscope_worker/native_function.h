// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Finds where the function of a message ends and its items begin, without building anything: it counts what the opcodes
// put on the stack and take from it. On the way it notes which function of which module is named last, which is the one
// at the heart of a partial.

#include "native_items.h"

enum { mostMemoized = 32 };

typedef struct {
    const char* text;
    size_t size;
} View;

typedef struct {
    size_t depth, marks[8], markCount;
    View lately[2];           // the two texts that were put last; empty where that was something else
    View memo[mostMemoized];  // texts that can be asked for again
    size_t memoized;
    View module, name;        // what was named last
} Walk;

static void note(Walk* walk, const char* text, size_t size)
{
    ++walk->depth;
    walk->lately[0] = walk->lately[1];
    walk->lately[1] = (View){text, size};
}

// An opcode with a fixed argument, or a length and so many bytes behind it.
static int stepOver(Walk* walk, Cursor* in, size_t fixed, unsigned lengthOf, int isText)
{
    if (!has(in, fixed + lengthOf)) return 0;
    const uint64_t size = unsignedOf(in->at, lengthOf);
    in->at += fixed + lengthOf;
    if (!has(in, size)) return 0;
    note(walk, isText ? (const char*)in->at : NULL, isText ? (size_t)size : 0);
    in->at += size;
    return 1;
}

static int stepToMark(Walk* walk, size_t more)
{
    if (walk->markCount == 0) return 0;
    walk->depth = walk->marks[--walk->markCount] + more;
    return 1;
}

static int stepDown(Walk* walk, size_t count, size_t needed)
{
    if (walk->depth < needed) return 0;
    walk->depth -= count;
    walk->lately[0] = walk->lately[1] = (View){NULL, 0};
    return 1;
}

static int recall(Walk* walk, Cursor* in)
{
    if (!has(in, 1)) return 0;
    const size_t place = *in->at++;
    const View known = place < walk->memoized && place < mostMemoized ? walk->memo[place] : (View){NULL, 0};
    note(walk, known.text, known.size);
    return 1;
}

static int stepBare(Walk* walk, uint8_t op)
{
    switch (op) {
    case 'N':
    case 0x88:
    case 0x89:
    case ')':
    case ']':
    case '}': return note(walk, NULL, 0), 1;
    case 0x94:
        if (walk->memoized < mostMemoized) walk->memo[walk->memoized] = walk->lately[1];
        return ++walk->memoized, 1;
    case '(': return walk->markCount < 8 && (walk->marks[walk->markCount++] = walk->depth, 1);
    case 't': return stepToMark(walk, 1) && stepDown(walk, 0, 1);
    case 'e':
    case 'u': return stepToMark(walk, 0) && stepDown(walk, 0, 1);
    case 0x85: return stepDown(walk, 0, 1);
    case 0x87:
    case 's': return stepDown(walk, 2, 3);
    case 0x93: // STACK_GLOBAL
        walk->module = walk->lately[0];
        walk->name = walk->lately[1];
        return stepDown(walk, 1, 2);
    case 0x86:
    case 0x81:
    case 'R':
    case 'a':
    case 'b': return stepDown(walk, 1, 2);
    default: return 0;
    }
}

static int step(Walk* walk, Cursor* in)
{
    const uint8_t op = *in->at++;
    switch (op) {
    case 'K': return stepOver(walk, in, 1, 0, 0);
    case 'M': return stepOver(walk, in, 2, 0, 0);
    case 'J': return stepOver(walk, in, 4, 0, 0);
    case 'G': return stepOver(walk, in, 8, 0, 0);
    case 0x8a: return stepOver(walk, in, 0, 1, 0);
    case 'C': return stepOver(walk, in, 0, 1, 0);
    case 'B': return stepOver(walk, in, 0, 4, 0);
    case 0x8c: return stepOver(walk, in, 0, 1, 1);
    case 'X': return stepOver(walk, in, 0, 4, 1);
    case 'h': return recall(walk, in);
    default: return stepBare(walk, op);
    }
}

// From behind mapstar, three of whose parts are memoized. The function's bytes end where it lay alone on the stack last.
// NULL where that cannot be said, or where no function is named.
static const uint8_t* endOfFunction(Cursor in, View* module, View* name)
{
    Walk walk = {0};
    const uint8_t* end = NULL;
    walk.memoized = 3;
    while (in.at < in.end) {
        if (!step(&walk, &in)) return NULL;
        if (walk.depth == 1 && walk.markCount == 0) {
            end = in.at;
            *module = walk.module;
            *name = walk.name;
        }
    }
    return walk.depth == 2 && end && module->text && name->text ? end : NULL;
}

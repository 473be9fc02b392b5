// Loops over bytes that a C compiler turns into vector instructions; Swift's compares
// bytes of a vector one by one.

#ifndef SHOGEN_CBYTES_H
#define SHOGEN_CBYTES_H

#include <stddef.h>
#include <stdint.h>

// How many bytes at the front of well-formed UTF-8 are whole blocks in which nothing
// begins that damaged slide text has: controls but tab and line feed, U+0080-U+00BF,
// U+0100-U+1FFF, radicals from U+2E80, private use and compatibility ideographs, and
// characters from U+FFC0. Blocks have CBYTES_BLOCK bytes; the byte behind one is read.
size_t cbytes_sound_length(const uint8_t *_Nonnull bytes, size_t count);

enum { CBYTES_BLOCK = 64 };

#endif

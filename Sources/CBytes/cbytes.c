#include "cbytes.h"

size_t cbytes_sound_length(const uint8_t *bytes, size_t count) {
  size_t at = 0;
  for (; at + CBYTES_BLOCK < count; at += CBYTES_BLOCK) {
    uint8_t found = 0;
    for (size_t i = 0; i < CBYTES_BLOCK; i += 1) {
      const uint8_t byte = bytes[at + i], next = bytes[at + i + 1];
      found |= (byte < 0x20) & ((uint8_t)(byte - 0x09) > 1);
      found |= byte == 0x7F;
      // The first bytes of U+0080 to U+1FFF.
      found |= (uint8_t)(byte - 0xC2) < 0x20;
      found |= (byte == 0xE2) & (next > 0xB9);
      found |= byte == 0xEE;
      found |= (byte == 0xEF) & ((next < 0xA4) | (next == 0xBF));
    }
    if (found) break;
  }
  return at;
}

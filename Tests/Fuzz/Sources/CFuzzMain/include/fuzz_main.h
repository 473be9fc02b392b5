#pragma once
#include <stddef.h>
#include <stdint.h>

/// Keeps the object file with Fuzz_main among what is linked.
int fuzz_memory_file(const uint8_t *bytes, size_t count);

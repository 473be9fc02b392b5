#define _GNU_SOURCE
#include "fuzz_main.h"

#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv,
                        int (*callback)(const uint8_t *data, size_t size));
int shogen_fuzz_input(const uint8_t *data, size_t size);

int Fuzz_main(int argc, char **argv) {
  return LLVMFuzzerRunDriver(&argc, &argv, shogen_fuzz_input);
}

// A file in memory with these bytes; the same descriptor each time, or -1.
int fuzz_memory_file(const uint8_t *bytes, size_t count) {
  static int file = -1;
  if (file < 0) file = memfd_create("fuzz", 0);
  if (file < 0 || ftruncate(file, 0) != 0) return -1;
  return pwrite(file, bytes, count, 0) == (ssize_t)count ? file : -1;
}

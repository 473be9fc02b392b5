#define _GNU_SOURCE
#include "cprocess.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

int cprocess_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

static int limit(pid_t process, int resource, uint64_t value) {
  struct rlimit limit = {.rlim_cur = value, .rlim_max = value};
  return prlimit(process, resource, &limit, NULL);
}

int cprocess_limit(pid_t process, uint64_t processor_seconds, uint64_t memory_byte_count) {
  if (limit(process, RLIMIT_CPU, processor_seconds) != 0) return -1;
  if (limit(process, RLIMIT_AS, memory_byte_count) != 0) return -1;
  return limit(process, RLIMIT_CORE, 0);
}

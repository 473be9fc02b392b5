// Two calls of Linux that glibc declares under _GNU_SOURCE only, which Swift's
// Glibc module does not set. Both return 0, or -1 and set errno.

#ifndef SHOGEN_CPROCESS_H
#define SHOGEN_CPROCESS_H

#include <stdint.h>
#include <sys/types.h>

// A pipe whose ends close in children that are not given them, from the start.
int cprocess_pipe(int ends[2]);

// Limits a process's processor time (seconds) and address space (bytes), and
// keeps it from leaving a core file.
int cprocess_limit(pid_t process, uint64_t processor_seconds, uint64_t memory_byte_count);

#endif

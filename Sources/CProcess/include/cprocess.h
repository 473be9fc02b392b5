// What Swift cannot say about processes and signals: calls that glibc declares under
// _GNU_SOURCE only, which Swift's Glibc module does not set, what runs between fork
// and exec, and what runs in a signal handler.

#ifndef SHOGEN_CPROCESS_H
#define SHOGEN_CPROCESS_H

#include <stdint.h>
#include <sys/types.h>

// A pipe whose ends close in children that are not given them, from the start.
// Returns 0, or -1 and sets errno.
int cprocess_pipe(int ends[2]);

// Limits a process's processor time (seconds) and address space (bytes), and
// keeps it from leaving a core file. Returns 0, or -1 and sets errno.
int cprocess_limit(pid_t process, uint64_t processor_seconds, uint64_t memory_byte_count);

// Catches SIGHUP, SIGINT and SIGTERM, each unless this process was started to ignore
// it, and ignores SIGXFSZ, so that writing too much is an error of write.
// Returns 0, or -1 and sets errno.
int cprocess_catch_signals(void);

// Waits for a signal that was caught and returns its number, or -1.
int cprocess_next_signal(void);

// Ends this process by a signal, as if it had not been caught.
void cprocess_end_by(int number);

#endif

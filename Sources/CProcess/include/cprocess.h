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

// What a program may use; UINT64_MAX is no limit of its own. It leaves no core file.
typedef struct {
  uint64_t processor_seconds;
  uint64_t memory_byte_count;  // address space
  uint64_t file_byte_count;    // of each file it writes
  uint64_t file_count;         // open at once
} cprocess_limits;

// A program to start.
typedef struct {
  const char *name;  // a path, or what to look for in PATH
  char *const *arguments;
  char *const *environment;
  int output;    // becomes its standard output
  int messages;  // becomes its standard error
} cprocess_program;

// Starts a program in a process group of its own, with no input, no other descriptor
// of this process, no handler or blocked signal, and no way to gain privileges. Its
// limits hold from its first instruction, and it is killed when the thread that
// started it ends. Returns its number, or -1 and sets errno.
pid_t cprocess_start(const cprocess_program *program, const cprocess_limits *limits);

// Whether a child has ended; it stays to be waited for.
int cprocess_has_ended(pid_t process);

// Catches SIGHUP, SIGINT and SIGTERM, each unless this process was started to ignore
// it, and ignores SIGXFSZ, so that writing too much is an error of write.
// Returns 0, or -1 and sets errno.
int cprocess_catch_signals(void);

// Waits for a signal that was caught and returns its number, or -1.
int cprocess_next_signal(void);

// Ends this process by a signal, as if it had not been caught.
void cprocess_end_by(int number);

#endif

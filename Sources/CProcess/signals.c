#define _GNU_SOURCE
#include "cprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

// A handler may only do what is async-signal-safe: it writes the number to a pipe,
// and a thread reads it there.
static int caught[2] = {-1, -1};

static void handle(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t count = write(caught[1], &byte, 1);
  (void)count;
  errno = error;
}

int cprocess_catch_signals(void) {
  if (caught[0] < 0 && pipe2(caught, O_CLOEXEC) != 0) return -1;
  signal(SIGXFSZ, SIG_IGN);
  const int numbers[] = {SIGHUP, SIGINT, SIGTERM};
  for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; ++i) {
    struct sigaction earlier;
    if (sigaction(numbers[i], NULL, &earlier) != 0) return -1;
    if (earlier.sa_handler == SIG_IGN) continue;
    struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    if (sigaction(numbers[i], &action, NULL) != 0) return -1;
  }
  return 0;
}

int cprocess_next_signal(void) {
  unsigned char byte;
  ssize_t count;
  do {
    count = read(caught[0], &byte, 1);
  } while (count < 0 && errno == EINTR);
  return count == 1 ? byte : -1;
}

void cprocess_end_by(int number) {
  signal(number, SIG_DFL);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, number);
  pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
  raise(number);
  _exit(128 + number);
}

#define _GNU_SOURCE
#include "cprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int cprocess_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

// Sets a limit, or the highest that this process itself may have.
static int limit(int resource, uint64_t value) {
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return -1;
  if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < value) value = limit.rlim_max;
  limit.rlim_cur = limit.rlim_max = value == UINT64_MAX ? RLIM_INFINITY : value;
  return setrlimit(resource, &limit);
}

static int set_limits(const cprocess_limits *limits) {
  if (limit(RLIMIT_CPU, limits->processor_seconds) != 0) return -1;
  if (limit(RLIMIT_AS, limits->memory_byte_count) != 0) return -1;
  if (limit(RLIMIT_FSIZE, limits->file_byte_count) != 0) return -1;
  if (limit(RLIMIT_NOFILE, limits->file_count) != 0) return -1;
  return limit(RLIMIT_CORE, 0);
}

// Makes three descriptors standard input, output and error, wherever they are now.
static int set_streams(int output, int messages) {
  int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (null < 0) return -1;
  int streams[] = {null, output, messages};
  // First out of the way of each other.
  for (int i = 0; i < 3; ++i)
    if ((streams[i] = fcntl(streams[i], F_DUPFD_CLOEXEC, 3)) < 0) return -1;
  for (int i = 0; i < 3; ++i)
    if (dup2(streams[i], i) < 0) return -1;
  if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0) return 0;
  // A kernel before 5.11.
  long count = sysconf(_SC_OPEN_MAX);
  for (int i = 3; i < count && i < 65536; ++i) fcntl(i, F_SETFD, FD_CLOEXEC);
  return 0;
}

// Between fork and exec: only what is async-signal-safe, since another thread may
// have held a lock when this one forked.
static void become(
    const cprocess_program *program, const cprocess_limits *limits, pid_t parent) {
  if (setpgid(0, 0) != 0) return;
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
  if (getppid() != parent) _exit(127);  // It ended before it was asked about.
  for (int number = 1; number < NSIG; ++number) signal(number, SIG_DFL);
  if (set_streams(program->output, program->messages) != 0 || set_limits(limits) != 0) return;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execvpe(program->name, program->arguments, program->environment);
}

pid_t cprocess_start(const cprocess_program *program, const cprocess_limits *limits) {
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) return -1;
  pid_t parent = getpid();
  // No handler of this process may run in the child.
  sigset_t all, earlier;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &earlier);
  pid_t child = fork();
  if (child == 0) {
    become(program, limits, parent);
    ssize_t count = write(report[1], &errno, sizeof errno);
    (void)count;
    _exit(127);
  }
  int error = errno;
  pthread_sigmask(SIG_SETMASK, &earlier, NULL);
  close(report[1]);
  if (child > 0) {
    ssize_t count;
    do {
      count = read(report[0], &error, sizeof error);
    } while (count < 0 && errno == EINTR);
    if (count == sizeof error) {
      while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
      child = -1;
    }
  }
  close(report[0]);
  errno = error;
  return child;
}

int cprocess_has_ended(pid_t process) {
  siginfo_t info = {0};
  int result;
  do {
    result = waitid(P_PID, (id_t)process, &info, WEXITED | WNOHANG | WNOWAIT);
  } while (result != 0 && errno == EINTR);
  return result != 0 || info.si_pid == process;
}

/* Preloaded into the program under test: makes the n-th change of a file below one folder fail, or ends the
 * process with SIGKILL around it.
 *
 *   ISNAD_FAULT_ROOT    only files below this absolute path count
 *   ISNAD_FAULT_AT      which call, from 1; 0 only counts
 *   ISNAD_FAULT_DO      eio          this call fails with EIO
 *                       enospc       this call and every later one that needs room fails with ENOSPC
 *                       short        this write takes only half of the bytes and says so
 *                       torn         as `short`, and then the disk is full
 *                       kill-before, kill-after, kill-torn
 *   ISNAD_FAULT_REPORT  where to write, at exit: calls counted, what was hit and on which file
 *
 * What is counted: open for writing, write, pwrite, writev, fsync, fdatasync, ftruncate, rename, mkdir, unlink,
 * copy_file_range, sendfile.
 * What is not: calls that bypass the C library. The standard library of Rust goes through it; `rustix` makes its
 * system calls itself, which here is `syncfs` alone (a test under strace fails that one).
 * Descriptors are remembered when they are opened, so that no further system call is made: the reader of hostile
 * files runs under a filter that would end it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { FD_MAX = 65536 };
enum action { COUNT, EIO_ONCE, NO_SPACE, SHORT, TORN, KILL_BEFORE, KILL_AFTER, KILL_TORN };

static unsigned char ours[FD_MAX];
static const char *root, *report;
static size_t root_size;
static long target, calls;
static enum action action;
static char hit[4200];

#define REAL(name) (*(__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
    static const char *names[] = {"count", "eio", "enospc", "short", "torn", "kill-before", "kill-after", "kill-torn"};
    const char *at = getenv("ISNAD_FAULT_AT"), *what = getenv("ISNAD_FAULT_DO");
    root = getenv("ISNAD_FAULT_ROOT");
    root_size = root ? strlen(root) : 0;
    report = getenv("ISNAD_FAULT_REPORT");
    target = at ? atol(at) : 0;
    for (int i = 0; what && i < 8; i++)
        if (!strcmp(what, names[i])) action = i;
}

__attribute__((destructor)) static void end(void) {
    FILE *out = report ? fopen(report, "w") : NULL;
    if (!out) return;
    fprintf(out, "%ld %s\n", calls, hit);
    fclose(out);
}

static int below(const char *path) {
    return root && path && !strncmp(path, root, root_size) && (path[root_size] == '/' || !path[root_size]);
}

static int below_fd(int fd) { return fd >= 0 && fd < FD_MAX && ours[fd]; }

static int remember(int fd, const char *path) {
    if (fd >= 0 && fd < FD_MAX) ours[fd] = below(path);
    return fd;
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

static void note(const char *call, const char *path, int fd) {
    char name[4096], link[64];
    if (!path) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t n = readlink(link, name, sizeof name - 1);
        name[n < 0 ? 0 : n] = 0;
        path = name;
    }
    snprintf(hit, sizeof hit, "%s %s", call, path);
}

/* What is to happen to this call: 0 nothing, -1 it fails with errno, 1 it happens half, 2 it happens and then we die. */
static int verdict(const char *call, const char *path, int fd, int needs_room) {
    long mine = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
    if (!target || mine < target) return 0;
    if (mine > target) {
        if ((action == NO_SPACE || action == TORN) && needs_room) {
            errno = ENOSPC;
            return -1;
        }
        return 0;
    }
    note(call, path, fd);
    switch (action) {
    case EIO_ONCE: errno = EIO; return -1;
    case NO_SPACE: errno = ENOSPC; return -1;
    case SHORT: case TORN: case KILL_TORN: return 1;
    case KILL_BEFORE: die(); return 0;
    case KILL_AFTER: return 2;
    default: return 0;
    }
}

/* A call that cannot happen by halves. */
#define WHOLE(call, path, fd, room, ...)                                              \
    do {                                                                              \
        int v = verdict(#call, path, fd, room);                                       \
        if (v < 0) return -1;                                                         \
        __typeof__(REAL(call)(__VA_ARGS__)) r = REAL(call)(__VA_ARGS__);              \
        if (v == 2 || (v == 1 && action == KILL_TORN)) die();                         \
        return r;                                                                     \
    } while (0)

/* A call that moves `n` bytes. */
#define BYTES(call, fd, n, ...)                                                       \
    do {                                                                              \
        if (!below_fd(fd)) break;                                                     \
        int v = verdict(#call, NULL, fd, 1);                                          \
        if (v < 0) return -1;                                                         \
        if (v == 1 && n > 1) n /= 2;                                                  \
        __typeof__(REAL(call)(__VA_ARGS__)) r = REAL(call)(__VA_ARGS__);              \
        if (v == 2 || (v == 1 && action == KILL_TORN)) die();                         \
        return r;                                                                     \
    } while (0);                                                                      \
    return REAL(call)(__VA_ARGS__)

ssize_t write(int fd, const void *bytes, size_t n) { BYTES(write, fd, n, fd, bytes, n); }
ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at) { BYTES(pwrite, fd, n, fd, bytes, n, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t at) { BYTES(pwrite64, fd, n, fd, bytes, n, at); }
ssize_t writev(int fd, const struct iovec *parts, int n) { BYTES(writev, fd, n, fd, parts, n); }
ssize_t copy_file_range(int in, off64_t *a, int out, off64_t *b, size_t n, unsigned flags) {
    BYTES(copy_file_range, out, n, in, a, out, b, n, flags);
}
ssize_t sendfile(int out, int in, off_t *at, size_t n);
ssize_t sendfile64(int out, int in, off64_t *at, size_t n);
ssize_t sendfile(int out, int in, off_t *at, size_t n) { BYTES(sendfile, out, n, out, in, at, n); }
ssize_t sendfile64(int out, int in, off64_t *at, size_t n) { BYTES(sendfile64, out, n, out, in, at, n); }

int fsync(int fd) {
    if (below_fd(fd)) WHOLE(fsync, NULL, fd, 0, fd);
    return REAL(fsync)(fd);
}
int fdatasync(int fd) {
    if (below_fd(fd)) WHOLE(fdatasync, NULL, fd, 0, fd);
    return REAL(fdatasync)(fd);
}
int ftruncate(int fd, off_t size) {
    if (below_fd(fd)) WHOLE(ftruncate, NULL, fd, 0, fd, size);
    return REAL(ftruncate)(fd, size);
}
int ftruncate64(int fd, off64_t size) {
    if (below_fd(fd)) WHOLE(ftruncate64, NULL, fd, 0, fd, size);
    return REAL(ftruncate64)(fd, size);
}
int rename(const char *from, const char *to) {
    if (below(to)) WHOLE(rename, to, -1, 0, from, to);
    return REAL(rename)(from, to);
}
int mkdir(const char *path, mode_t mode) {
    if (below(path)) WHOLE(mkdir, path, -1, 1, path, mode);
    return REAL(mkdir)(path, mode);
}
int unlink(const char *path) {
    if (below(path)) WHOLE(unlink, path, -1, 0, path);
    return REAL(unlink)(path);
}

static int is_change(int flags) { return flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC); }

#define OPEN(call, path, flags, ...)                                                  \
    do {                                                                              \
        va_list rest;                                                                 \
        va_start(rest, flags);                                                        \
        mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;     \
        va_end(rest);                                                                 \
        int v = below(path) && is_change(flags) ? verdict(#call, path, -1, (flags & O_CREAT) != 0) : 0; \
        if (v < 0) return -1;                                                         \
        int fd = remember(REAL(call)(__VA_ARGS__, mode), path);                       \
        if (v == 2 || (v == 1 && action == KILL_TORN)) die();                         \
        return fd;                                                                    \
    } while (0)

int open(const char *path, int flags, ...) { OPEN(open, path, flags, path, flags); }
int open64(const char *path, int flags, ...) { OPEN(open64, path, flags, path, flags); }
int openat(int at, const char *path, int flags, ...) { OPEN(openat, path, flags, at, path, flags); }
int openat64(int at, const char *path, int flags, ...) { OPEN(openat64, path, flags, at, path, flags); }

int close(int fd) {
    if (fd >= 0 && fd < FD_MAX) ours[fd] = 0;
    return REAL(close)(fd);
}
static int copied(int from, int to) {
    if (to >= 0 && to < FD_MAX) ours[to] = below_fd(from);
    return to;
}
int fcntl(int fd, int what, ...);
int fcntl64(int fd, int what, ...);
#define FCNTL(call)                                                                   \
    va_list rest;                                                                     \
    va_start(rest, what);                                                             \
    void *arg = va_arg(rest, void *);                                                 \
    va_end(rest);                                                                     \
    int r = REAL(call)(fd, what, arg);                                                \
    return what == F_DUPFD || what == F_DUPFD_CLOEXEC ? copied(fd, r) : r
int fcntl(int fd, int what, ...) { FCNTL(fcntl); }
int fcntl64(int fd, int what, ...) { FCNTL(fcntl64); }

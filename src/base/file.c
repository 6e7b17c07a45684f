/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* mkostemp */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the user can do about a fault of the system, for the end of a message. */
static const char *
remedy(int fault)
{
	switch (fault) {
	case ENOENT: return "; look at its name and its folder";
	case ENOTDIR: return "; a part of its path is a file: name a folder";
	case EISDIR: return "; a folder has this name: move it";
	case EACCES: case EPERM: return "; ask for the right to it, or take another place";
	case EROFS: return "; take a place that can be written";
	case ENOSPC: case EDQUOT: return "; make room there and run again";
	case ENAMETOOLONG: return "; give it a shorter name";
	default: return "; look at the disk and its rights";
	}
}

static bool
read_stream(struct arena *a, int fd, const char *path, struct span *out, struct diag *d)
{
	struct pos pos = {path, 0, 0};
	struct buf b = {0};
	bool ok = false;
	char chunk[65536];
	for (;;) {
		ssize_t k = read(fd, chunk, sizeof chunk);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0) {
			diag(d, DIAG_CANNOT_READ, pos, "%s%s", strerror(errno), remedy(errno));
			goto out;
		}
		if (k == 0)
			break;
		if (b.n + (size_t)k > FILE_LIMIT_BYTES) {
			diag(d, DIAG_TOO_LARGE, pos, "%u MiB; split the document", FILE_LIMIT_BYTES >> 20);
			goto out;
		}
		buf_add(&b, chunk, (size_t)k);
	}
	*out = (struct span){arena_strndup(a, b.data, b.n), b.n};
	ok = true;
out:
	buf_free(&b);
	return ok;
}

bool
file_read(struct arena *a, const char *path, struct span *out, struct diag *d)
{
	if (strcmp(path, "-") == 0)
		return read_stream(a, STDIN_FILENO, path, out, d);
	struct pos pos = {path, 0, 0};
	bool ok = false;
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0 || fstat(fd, &st) != 0) {
		diag(d, DIAG_CANNOT_OPEN, pos, "%s%s", strerror(errno), remedy(errno));
		goto out;
	}
	if (S_ISDIR(st.st_mode)) {
		diag(d, DIAG_IS_DIRECTORY, pos, "name the files in it");
		goto out;
	}
	if (st.st_size > (off_t)FILE_LIMIT_BYTES) {
		diag(d, DIAG_TOO_LARGE, pos, "%u MiB; split the document", FILE_LIMIT_BYTES >> 20);
		goto out;
	}
	ok = read_stream(a, fd, path, out, d);
out:
	if (fd >= 0)
		close(fd);
	return ok;
}

const char *
file_beside(struct arena *a, const char *document, const char *name)
{
	const char *slash = strrchr(document, '/'), *found = NULL;
	if (name[0] == '/' || name[0] == '\0' || strcmp(document, "-") == 0)
		return NULL;
	char *dir = realpath(slash != NULL ? arena_strndup(a, document, (size_t)(slash - document) + 1) : ".", NULL);
	char *real = dir != NULL ? realpath(arena_printf(a, "%s/%s", dir, name), NULL) : NULL;
	size_t n = dir != NULL && strcmp(dir, "/") != 0 ? strlen(dir) : 0;
	if (real != NULL && strncmp(real, dir, n) == 0 && real[n] == '/')
		found = arena_strdup(a, real);
	free(real);
	free(dir);
	return found;
}

static bool
write_all(int fd, struct span s)
{
	while (s.n > 0) {
		ssize_t k = write(fd, s.s, s.n);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return false;
		s = span_sub(s, (size_t)k, s.n);
	}
	return true;
}

/* Only a regular file, or a name that is free, can be replaced by renaming. */
static bool
is_special(const char *path)
{
	struct stat st;
	return strcmp(path, "-") == 0 || (stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode));
}

static bool
write_special(const char *path, struct span bytes)
{
	if (strcmp(path, "-") == 0)
		return write_all(STDOUT_FILENO, bytes);
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	bool ok = write_all(fd, bytes);
	int saved = errno;
	if (close(fd) != 0 && ok)
		return false;
	errno = saved;
	return ok;
}

/* The folder of an output is made when it is missing; the one above it must be there. */
static void
make_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	if (slash == NULL || slash == path)
		return;
	size_t n = (size_t)(slash - path);
	char *folder = xmalloc(n + 1);
	memcpy(folder, path, n);
	folder[n] = '\0';
	mkdir(folder, 0777); /* one that cannot be made is noticed by what is written into it */
	free(folder);
}

/* The content in a new file beside path; its malloc'ed name, or NULL with errno set. */
static char *
stage(const char *path, struct span bytes)
{
	struct stat st;
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return NULL;
	}
	make_folder(path);
	size_t n = strlen(path);
	char *tmp = xmalloc(n + 8);
	memcpy(tmp, path, n);
	memcpy(tmp + n, ".XXXXXX", 8);
	int fd = mkostemp(tmp, O_CLOEXEC);
	if (fd < 0) {
		free(tmp);
		return NULL;
	}
	mode_t mask = umask(0);
	umask(mask);
	bool ok = fchmod(fd, 0666 & ~mask) == 0 && write_all(fd, bytes);
	int saved = errno;
	if (close(fd) != 0 && ok) {
		ok = false;
		saved = errno;
	}
	if (ok)
		return tmp;
	unlink(tmp);
	free(tmp);
	errno = saved;
	return NULL;
}

static bool
cannot_write(const char *path, struct diag *d)
{
	diag(d, DIAG_CANNOT_WRITE, (struct pos){path, 0, 0}, "%s%s", strerror(errno), remedy(errno));
	return false;
}

/* Signals that end the process wait while temporary files exist. */
static void
hold_signals(sigset_t *before)
{
	static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXCPU};
	sigset_t held;
	sigemptyset(&held);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		sigaddset(&held, ends[i]);
	sigprocmask(SIG_BLOCK, &held, before);
}

/* Stage all that can be replaced, then rename all. */
static bool
replace_files(const struct file_output *out, size_t n, char **tmp, struct diag *d)
{
	for (size_t i = 0; i < n; i++)
		if (!is_special(out[i].path) && (tmp[i] = stage(out[i].path, out[i].bytes)) == NULL)
			return cannot_write(out[i].path, d);
	for (size_t i = 0; i < n; i++) {
		if (tmp[i] == NULL)
			continue;
		if (rename(tmp[i], out[i].path) != 0)
			return cannot_write(out[i].path, d);
		free(tmp[i]);
		tmp[i] = NULL;
	}
	return true;
}

bool
files_write(const struct file_output *out, size_t n, struct diag *d)
{
	/* What goes to a pipe or device cannot be taken back and may take its time: first of all. */
	for (size_t i = 0; i < n; i++)
		if (is_special(out[i].path) && !write_special(out[i].path, out[i].bytes))
			return cannot_write(out[i].path, d);
	char **tmp = xcalloc(n, sizeof *tmp);
	sigset_t before;
	hold_signals(&before);
	bool ok = replace_files(out, n, tmp, d);
	for (size_t i = 0; i < n; i++) {
		if (tmp[i] != NULL)
			unlink(tmp[i]);
		free(tmp[i]);
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
	free(tmp);
	return ok;
}

bool
file_write(const char *path, struct span bytes, struct diag *d)
{
	return files_write(&(struct file_output){path, bytes}, 1, d);
}

/* The absolute path of a file that may be read, or NULL. */
static const char *
readable(struct arena *a, const char *path)
{
	char *real = access(path, R_OK) == 0 ? realpath(path, NULL) : NULL;
	const char *kept = real != NULL ? arena_strdup(a, real) : NULL;
	free(real);
	return kept;
}

const char *
data_path(struct arena *a, const char *name)
{
	const char *home = getenv("RAPPORTEUR_DATA");
	if (home != NULL && home[0] != '\0')
		return readable(a, arena_printf(a, "%s/%s", home, name));
	char exe[4096];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
	if (n <= 0)
		return NULL;
	exe[n] = '\0';
	char *slash = strrchr(exe, '/');
	if (slash == NULL)
		return NULL;
	*slash = '\0';
	static const char *const places[] = {"..", "../..", "../../..", "../../../..", "../share/rapporteur"};
	const char *found = NULL;
	for (size_t i = 0; i < sizeof places / sizeof *places && found == NULL; i++)
		found = readable(a, arena_printf(a, "%s/%s/%s", exe, places[i], name));
	return found;
}

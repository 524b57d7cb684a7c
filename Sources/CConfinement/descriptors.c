// Open descriptors, handed from process to process over a Unix socket (unix(7), SCM_RIGHTS).

#define _GNU_SOURCE
#include "tenken_confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

// The kernel takes 253 at a time (SCM_MAX_FD).
enum { at_a_time = 250 };

typedef union control {
  struct cmsghdr header;
  char bytes[CMSG_SPACE(at_a_time * sizeof(int32_t))];
} control;

int tc_send_descriptors(int socket, const int32_t *descriptors, size_t count) {
  while (count > 0) {
    size_t now = count < at_a_time ? count : at_a_time;
    control space;
    memset(&space, 0, sizeof space);
    char byte = 0;
    struct iovec data = {.iov_base = &byte, .iov_len = 1};
    struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1, .msg_control = &space,
                             .msg_controllen = CMSG_SPACE(now * sizeof(int32_t))};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(now * sizeof(int32_t));
    memcpy(CMSG_DATA(header), descriptors, now * sizeof(int32_t));
    ssize_t sent;
    do sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    if (sent != 1) return sent < 0 ? errno : EIO;
    descriptors += now;
    count -= now;
  }
  return 0;
}

int tc_receive_descriptors(int socket, int32_t *descriptors, size_t count) {
  while (count > 0) {
    size_t now = count < at_a_time ? count : at_a_time;
    control space;
    char byte;
    struct iovec data = {.iov_base = &byte, .iov_len = 1};
    struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1, .msg_control = &space, .msg_controllen = sizeof space};
    ssize_t received;
    do received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (received < 0 && errno == EINTR);
    if (received <= 0) return received < 0 ? errno : ENOTCONN;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (!header || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS ||
        header->cmsg_len != CMSG_LEN(now * sizeof(int32_t)) || (message.msg_flags & MSG_CTRUNC)) {
      return EPROTO;
    }
    memcpy(descriptors, CMSG_DATA(header), now * sizeof(int32_t));
    descriptors += now;
    count -= now;
  }
  return 0;
}

static bool write_all(int file, const uint8_t *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(file, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    length -= (size_t)written;
  }
  return true;
}

int tc_memory_file(const uint8_t *bytes, size_t length) {
  int file = memfd_create("tenken", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return -1;
  if (!write_all(file, bytes, length) ||
      fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
    int error = errno;
    close(file);
    errno = error;
    return -1;
  }
  return file;
}

import errno
print(errno.ENOENT, errno.EACCES, errno.EEXIST, errno.EPIPE, len(errno.errorcode))
print([errno.errorcode[n] for n in (1, 2, 11, 13, 17, 32, 35, 95, 110)])
# expect: 2 13 17 32 130
# expect: ['EPERM', 'ENOENT', 'EAGAIN', 'EACCES', 'EEXIST', 'EPIPE', 'EDEADLOCK', 'ENOTSUP', 'ETIMEDOUT']

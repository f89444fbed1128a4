# The types of records say how many places they have; records can be copied and pickled.
import copy
import os
import pickle
import sys
import time

for kind in (time.struct_time, os.stat_result, type(sys.version_info), os.terminal_size, os.statvfs_result):
    print(kind.n_fields, kind.n_sequence_fields, kind.n_unnamed_fields, kind.__match_args__)
t = time.struct_time(range(9), {"tm_zone": "x", "other": 3})
print(t.tm_zone, t.tm_gmtoff, t.__reduce__())
print(time.struct_time(dict=None or {}, sequence=range(11)).tm_gmtoff)
print(os.stat_result(range(19)).__reduce__())
print(os.stat_result(range(10)).__reduce__())
for again in [copy.copy(t), copy.deepcopy(t)] + [pickle.loads(pickle.dumps(t, p)) for p in range(6)]:
    print(again == t, type(again) is type(t), again.tm_zone)
match t:
    case time.struct_time(year, month, day, tm_zone=zone):
        print(year, month, day, zone)


def broken():
    yield 1
    raise KeyError(3)


for args, kwargs in (((), {}), ((range(9), None), {}), ((range(9),), {"dict": 5}), ((range(9),), {"x": 5}), ((1,), {}),
                     ((range(9),), {"sequence": 3}), ((range(9), {}, 3), {}), ((broken(),), {}), ((range(8),), {}),
                     ((range(12),), {})):
    try:
        time.struct_time(*args, **kwargs)
    except Exception as e:
        print(type(e).__name__, e)
# expect: 11 9 0 ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
# expect: 19 10 3 ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size')
# expect: 5 5 0 ('major', 'minor', 'micro', 'releaselevel', 'serial')
# expect: 2 2 0 ('columns', 'lines')
# expect: 11 10 0 ('f_bsize', 'f_frsize', 'f_blocks', 'f_bfree', 'f_bavail', 'f_files', 'f_ffree', 'f_favail', 'f_flag', 'f_namemax')
# expect: x None (<class 'time.struct_time'>, ((0, 1, 2, 3, 4, 5, 6, 7, 8), {'tm_zone': 'x', 'tm_gmtoff': None}))
# expect: 10
# expect: (<class 'os.stat_result'>, ((0, 1, 2, 3, 4, 5, 6, 7, 8, 9), {'st_atime': 10, 'st_mtime': 11, 'st_ctime': 12, 'st_atime_ns': 13, 'st_mtime_ns': 14, 'st_ctime_ns': 15, 'st_blksize': 16, 'st_blocks': 17, 'st_rdev': 18}))
# expect: (<class 'os.stat_result'>, ((0, 1, 2, 3, 4, 5, 6, 7, 8, 9), {'st_atime': 7, 'st_mtime': 8, 'st_ctime': 9, 'st_atime_ns': None, 'st_mtime_ns': None, 'st_ctime_ns': None, 'st_blksize': None, 'st_blocks': None, 'st_rdev': None}))
# expect: True True x
# expect: True True x
# expect: True True x
# expect: True True x
# expect: True True x
# expect: True True x
# expect: True True x
# expect: True True x
# expect: 0 1 2 x
# expect: TypeError structseq() missing required argument 'sequence' (pos 1)
# expect: TypeError time.struct_time() takes a dict as second arg, if any
# expect: TypeError time.struct_time() takes a dict as second arg, if any
# expect: TypeError 'x' is an invalid keyword argument for structseq()
# expect: TypeError constructor requires a sequence
# expect: TypeError argument for structseq() given by name ('sequence') and position (1)
# expect: TypeError structseq() takes at most 2 arguments (3 given)
# expect: KeyError 3
# expect: TypeError time.struct_time() takes an at least 9-sequence (8-sequence given)
# expect: TypeError time.struct_time() takes an at most 11-sequence (12-sequence given)

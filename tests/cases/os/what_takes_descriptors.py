# The sets that tell which functions take descriptors, and a scanner made of regular expressions.
import os
import re

print(os.stat in os.supports_fd, os.listdir in os.supports_fd, os.mkdir in os.supports_fd)
print(os.open in os.supports_dir_fd, os.stat in os.supports_dir_fd, os.listdir in os.supports_dir_fd)
print(os.supports_effective_ids == {os.access}, os.stat in os.supports_follow_symlinks, os.chdir in os.supports_follow_symlinks)

scanner = re.Scanner([(r"[a-z]\w*", lambda s, t: t.upper()), (r"\d+\.\d*", lambda s, t: float(t)),
                      (r"(\d)(\d*)", lambda s, t: (int(t), s.match.span())), (r"[-=+*/]", "op"), (r"\s+", None)])
print(scanner.scan("sum = 3*foo + 312.50+bar!x"), scanner.scan("12 "), scanner.scan(""))
# expect: True True False
# expect: True True False
# expect: True True False
# expect: (['SUM', 'op', (3, (6, 7)), 'op', 'FOO', 'op', 312.5, 'op', 'BAR'], '!x') ([(12, (0, 2))], '') ([], '')

class Bad:
    def __str__(self):
        return 5
class Worse:
    def __str__(self):
        raise ValueError('no text')
for cls in (Bad, Worse):
    try:
        print('before', cls())
    except (TypeError, ValueError) as e:
        print('|', e)
# expect: before | __str__ returned non-string (type int)
# expect: before | no text

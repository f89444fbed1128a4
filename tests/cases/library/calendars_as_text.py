# calendar writes months and years.
# modes: auto
import calendar as C, time
print(C.month(2024, 2)); print(C.calendar(2023)); C.prmonth(2020, 1, 4, 2); C.prcal(2021, m=4)
print(C.isleap(1900), C.isleap(2000), C.leapdays(1900, 2024), C.weekday(2024, 5, 1), C.monthrange(2024, 2), C.monthcalendar(2024, 2))
print(list(C.day_name), list(C.month_abbr), C.day_abbr[2], C.month_name[3:5], len(C.month_name))
for f in (lambda: C.monthrange(2024, 13), lambda: C.setfirstweekday(9), lambda: C.month_name[13]):
    try: f()
    except Exception as e: print(type(e).__name__, e)
C.setfirstweekday(C.SUNDAY); print(C.month(2024, 3)); print(C.weekheader(3), C.firstweekday())
k = C.Calendar(3); print(list(k.itermonthdays2(2024, 1))[:9], list(k.itermonthdates(2024, 1))[0], list(k.itermonthdays4(2024, 1))[0], k.monthdatescalendar(2024, 1)[0][0], len(k.yeardayscalendar(2024)))
print(C.HTMLCalendar().formatmonth(2024, 2)); print(len(C.HTMLCalendar().formatyearpage(2024))); print(C.timegm((2024, 1, 1, 0, 0, 0))); print(C.TextCalendar(6).formatyear(2022, 3, 2, 3, 2))
# expect:    February 2024
# expect: Mo Tu We Th Fr Sa Su
# expect:           1  2  3  4
# expect:  5  6  7  8  9 10 11
# expect: 12 13 14 15 16 17 18
# expect: 19 20 21 22 23 24 25
# expect: 26 27 28 29
# expect:
# expect:                                   2023
# expect:
# expect:       January                   February                   March
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:                    1             1  2  3  4  5             1  2  3  4  5
# expect:  2  3  4  5  6  7  8       6  7  8  9 10 11 12       6  7  8  9 10 11 12
# expect:  9 10 11 12 13 14 15      13 14 15 16 17 18 19      13 14 15 16 17 18 19
# expect: 16 17 18 19 20 21 22      20 21 22 23 24 25 26      20 21 22 23 24 25 26
# expect: 23 24 25 26 27 28 29      27 28                     27 28 29 30 31
# expect: 30 31
# expect:
# expect:        April                      May                       June
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:                 1  2       1  2  3  4  5  6  7                1  2  3  4
# expect:  3  4  5  6  7  8  9       8  9 10 11 12 13 14       5  6  7  8  9 10 11
# expect: 10 11 12 13 14 15 16      15 16 17 18 19 20 21      12 13 14 15 16 17 18
# expect: 17 18 19 20 21 22 23      22 23 24 25 26 27 28      19 20 21 22 23 24 25
# expect: 24 25 26 27 28 29 30      29 30 31                  26 27 28 29 30
# expect:
# expect:         July                     August                  September
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:                 1  2          1  2  3  4  5  6                   1  2  3
# expect:  3  4  5  6  7  8  9       7  8  9 10 11 12 13       4  5  6  7  8  9 10
# expect: 10 11 12 13 14 15 16      14 15 16 17 18 19 20      11 12 13 14 15 16 17
# expect: 17 18 19 20 21 22 23      21 22 23 24 25 26 27      18 19 20 21 22 23 24
# expect: 24 25 26 27 28 29 30      28 29 30 31               25 26 27 28 29 30
# expect: 31
# expect:
# expect:       October                   November                  December
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:                    1             1  2  3  4  5                   1  2  3
# expect:  2  3  4  5  6  7  8       6  7  8  9 10 11 12       4  5  6  7  8  9 10
# expect:  9 10 11 12 13 14 15      13 14 15 16 17 18 19      11 12 13 14 15 16 17
# expect: 16 17 18 19 20 21 22      20 21 22 23 24 25 26      18 19 20 21 22 23 24
# expect: 23 24 25 26 27 28 29      27 28 29 30               25 26 27 28 29 30 31
# expect: 30 31
# expect:
# expect:            January 2020
# expect:
# expect: Mon  Tue  Wed  Thu  Fri  Sat  Sun
# expect:
# expect:             1    2    3    4    5
# expect:
# expect:   6    7    8    9   10   11   12
# expect:
# expect:  13   14   15   16   17   18   19
# expect:
# expect:  20   21   22   23   24   25   26
# expect:
# expect:  27   28   29   30   31
# expect:
# expect:                                                2021
# expect:
# expect:       January                   February                   March                     April
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:              1  2  3       1  2  3  4  5  6  7       1  2  3  4  5  6  7                1  2  3  4
# expect:  4  5  6  7  8  9 10       8  9 10 11 12 13 14       8  9 10 11 12 13 14       5  6  7  8  9 10 11
# expect: 11 12 13 14 15 16 17      15 16 17 18 19 20 21      15 16 17 18 19 20 21      12 13 14 15 16 17 18
# expect: 18 19 20 21 22 23 24      22 23 24 25 26 27 28      22 23 24 25 26 27 28      19 20 21 22 23 24 25
# expect: 25 26 27 28 29 30 31                                29 30 31                  26 27 28 29 30
# expect:
# expect:         May                       June                      July                     August
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:                 1  2          1  2  3  4  5  6                1  2  3  4                         1
# expect:  3  4  5  6  7  8  9       7  8  9 10 11 12 13       5  6  7  8  9 10 11       2  3  4  5  6  7  8
# expect: 10 11 12 13 14 15 16      14 15 16 17 18 19 20      12 13 14 15 16 17 18       9 10 11 12 13 14 15
# expect: 17 18 19 20 21 22 23      21 22 23 24 25 26 27      19 20 21 22 23 24 25      16 17 18 19 20 21 22
# expect: 24 25 26 27 28 29 30      28 29 30                  26 27 28 29 30 31         23 24 25 26 27 28 29
# expect: 31                                                                            30 31
# expect:
# expect:      September                  October                   November                  December
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:        1  2  3  4  5                   1  2  3       1  2  3  4  5  6  7             1  2  3  4  5
# expect:  6  7  8  9 10 11 12       4  5  6  7  8  9 10       8  9 10 11 12 13 14       6  7  8  9 10 11 12
# expect: 13 14 15 16 17 18 19      11 12 13 14 15 16 17      15 16 17 18 19 20 21      13 14 15 16 17 18 19
# expect: 20 21 22 23 24 25 26      18 19 20 21 22 23 24      22 23 24 25 26 27 28      20 21 22 23 24 25 26
# expect: 27 28 29 30               25 26 27 28 29 30 31      29 30                     27 28 29 30 31
# expect: False True 30 2 (3, 29) [[0, 0, 0, 1, 2, 3, 4], [5, 6, 7, 8, 9, 10, 11], [12, 13, 14, 15, 16, 17, 18], [19, 20, 21, 22, 23, 24, 25], [26, 27, 28, 29, 0, 0, 0]]
# expect: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] Wed ['March', 'April'] 13
# expect: IllegalMonthError bad month number 13; must be 1-12
# expect: IllegalWeekdayError bad weekday number 9; must be 0 (Monday) to 6 (Sunday)
# expect: IndexError list index out of range
# expect:      March 2024
# expect: Su Mo Tu We Th Fr Sa
# expect:                 1  2
# expect:  3  4  5  6  7  8  9
# expect: 10 11 12 13 14 15 16
# expect: 17 18 19 20 21 22 23
# expect: 24 25 26 27 28 29 30
# expect: 31
# expect:
# expect: Sun Mon Tue Wed Thu Fri Sat 6
# expect: [(0, 3), (0, 4), (0, 5), (0, 6), (1, 0), (2, 1), (3, 2), (4, 3), (5, 4)] 2023-12-28 (2023, 12, 28, 3) 2023-12-28 4
# expect: <table border="0" cellpadding="0" cellspacing="0" class="month">
# expect: <tr><th colspan="7" class="month">February 2024</th></tr>
# expect: <tr><th class="mon">Mon</th><th class="tue">Tue</th><th class="wed">Wed</th><th class="thu">Thu</th><th class="fri">Fri</th><th class="sat">Sat</th><th class="sun">Sun</th></tr>
# expect: <tr><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td><td class="thu">1</td><td class="fri">2</td><td class="sat">3</td><td class="sun">4</td></tr>
# expect: <tr><td class="mon">5</td><td class="tue">6</td><td class="wed">7</td><td class="thu">8</td><td class="fri">9</td><td class="sat">10</td><td class="sun">11</td></tr>
# expect: <tr><td class="mon">12</td><td class="tue">13</td><td class="wed">14</td><td class="thu">15</td><td class="fri">16</td><td class="sat">17</td><td class="sun">18</td></tr>
# expect: <tr><td class="mon">19</td><td class="tue">20</td><td class="wed">21</td><td class="thu">22</td><td class="fri">23</td><td class="sat">24</td><td class="sun">25</td></tr>
# expect: <tr><td class="mon">26</td><td class="tue">27</td><td class="wed">28</td><td class="thu">29</td><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td></tr>
# expect: </table>
# expect:
# expect: 15162
# expect: 1704067200
# expect:                            2022
# expect:
# expect:
# expect:
# expect:           January                       February
# expect:
# expect: Sun Mon Tue Wed Thu Fri Sat   Sun Mon Tue Wed Thu Fri Sat
# expect:
# expect:                           1             1   2   3   4   5
# expect:
# expect:   2   3   4   5   6   7   8     6   7   8   9  10  11  12
# expect:
# expect:   9  10  11  12  13  14  15    13  14  15  16  17  18  19
# expect:
# expect:  16  17  18  19  20  21  22    20  21  22  23  24  25  26
# expect:
# expect:  23  24  25  26  27  28  29    27  28
# expect:
# expect:  30  31
# expect:
# expect:
# expect:
# expect:            March                         April
# expect:
# expect: Sun Mon Tue Wed Thu Fri Sat   Sun Mon Tue Wed Thu Fri Sat
# expect:
# expect:           1   2   3   4   5                         1   2
# expect:
# expect:   6   7   8   9  10  11  12     3   4   5   6   7   8   9
# expect:
# expect:  13  14  15  16  17  18  19    10  11  12  13  14  15  16
# expect:
# expect:  20  21  22  23  24  25  26    17  18  19  20  21  22  23
# expect:
# expect:  27  28  29  30  31            24  25  26  27  28  29  30
# expect:
# expect:
# expect:
# expect:             May                           June
# expect:
# expect: Sun Mon Tue Wed Thu Fri Sat   Sun Mon Tue Wed Thu Fri Sat
# expect:
# expect:   1   2   3   4   5   6   7                 1   2   3   4
# expect:
# expect:   8   9  10  11  12  13  14     5   6   7   8   9  10  11
# expect:
# expect:  15  16  17  18  19  20  21    12  13  14  15  16  17  18
# expect:
# expect:  22  23  24  25  26  27  28    19  20  21  22  23  24  25
# expect:
# expect:  29  30  31                    26  27  28  29  30
# expect:
# expect:
# expect:
# expect:             July                         August
# expect:
# expect: Sun Mon Tue Wed Thu Fri Sat   Sun Mon Tue Wed Thu Fri Sat
# expect:
# expect:                       1   2         1   2   3   4   5   6
# expect:
# expect:   3   4   5   6   7   8   9     7   8   9  10  11  12  13
# expect:
# expect:  10  11  12  13  14  15  16    14  15  16  17  18  19  20
# expect:
# expect:  17  18  19  20  21  22  23    21  22  23  24  25  26  27
# expect:
# expect:  24  25  26  27  28  29  30    28  29  30  31
# expect:
# expect:  31
# expect:
# expect:
# expect:
# expect:          September                      October
# expect:
# expect: Sun Mon Tue Wed Thu Fri Sat   Sun Mon Tue Wed Thu Fri Sat
# expect:
# expect:                   1   2   3                             1
# expect:
# expect:   4   5   6   7   8   9  10     2   3   4   5   6   7   8
# expect:
# expect:  11  12  13  14  15  16  17     9  10  11  12  13  14  15
# expect:
# expect:  18  19  20  21  22  23  24    16  17  18  19  20  21  22
# expect:
# expect:  25  26  27  28  29  30        23  24  25  26  27  28  29
# expect:
# expect:                                30  31
# expect:
# expect:
# expect:
# expect:           November                      December
# expect:
# expect: Sun Mon Tue Wed Thu Fri Sat   Sun Mon Tue Wed Thu Fri Sat
# expect:
# expect:           1   2   3   4   5                     1   2   3
# expect:
# expect:   6   7   8   9  10  11  12     4   5   6   7   8   9  10
# expect:
# expect:  13  14  15  16  17  18  19    11  12  13  14  15  16  17
# expect:
# expect:  20  21  22  23  24  25  26    18  19  20  21  22  23  24
# expect:
# expect:  27  28  29  30                25  26  27  28  29  30  31
# expect:
# expect:

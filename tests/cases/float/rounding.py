print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1e20))
print(round(2.675, 2), round(1.005, 2), round(0.15, 1), round(0.25, 1), round(0.35, 1))
print(round(1234.5, -2), round(1250.0, -2), round(-0.5, 0), round(2.5, 0), round(5.5, 400), round(-5.5, -400))
print(round(1.5, None), round(float("inf"), 2), round(12345.678, 20))
# expect: 2 4 -2 0 100000000000000000000
# expect: 2.67 1.0 0.1 0.2 0.3
# expect: 1200.0 1200.0 -0.0 2.0 5.5 -0.0
# expect: 2 inf 12345.678

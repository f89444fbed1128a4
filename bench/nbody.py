"""Float attributes of a few objects, updated in nested loops."""
class Body:
    def __init__(self, x, y, vx, vy, m):
        self.x = x; self.y = y; self.vx = vx; self.vy = vy; self.m = m
def step(bodies, dt):
    n = len(bodies)
    for i in range(n):
        a = bodies[i]
        for j in range(i + 1, n):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            d = (dx * dx + dy * dy + 0.01) ** 1.5
            mag = dt / d
            a.vx -= dx * b.m * mag
            a.vy -= dy * b.m * mag
            b.vx += dx * a.m * mag
            b.vy += dy * a.m * mag
    for b in bodies:
        b.x += dt * b.vx
        b.y += dt * b.vy
bodies = [Body(float(i), float(i * i % 7), 0.0, 0.1 * i, 1.0 + i) for i in range(5)]
for _ in range(30000):
    step(bodies, 0.001)
print(round(bodies[0].x, 9))

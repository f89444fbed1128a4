"""A dataclass: construction, methods, a property, comparison."""
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int
    def moved(self, dx, dy):
        return P(self.x + dx, self.y + dy)
    @property
    def norm(self):
        return abs(self.x) + abs(self.y)
def run(n):
    p = P(0, 0); t = 0
    for i in range(n):
        p = p.moved(i % 3 - 1, 1)
        t += p.norm
        if p == P(1, 2):
            t += 1
    return t
print(run(250000))

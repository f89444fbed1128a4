"""JSON texts: small records written and read many times, one large text, indented text, hooks."""
import json


def records(n):
    total = 0
    for i in range(n):
        record = {"id": i, "name": f"name {i % 97}", "tags": ["a", "b\n", "\u00e9"], "score": i / 7, "ok": i % 3 == 0, "next": None}
        text = json.dumps(record)
        total += len(text) + json.loads(text)["id"]
    return total


def large(n):
    rows = [{"key": f"k{i}", "value": [i, i * 0.5, str(i)], "sub": {"x": {}, "y": []}} for i in range(n)]
    text = json.dumps(rows)
    pretty = json.dumps(rows, indent=2, sort_keys=True)
    back = json.loads(pretty)
    return len(text), len(pretty), back == rows, len(json.loads(text, object_hook=lambda d: len(d)))


print(records(40_000), large(20_000))

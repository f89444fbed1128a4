"""Methods of strings: cases, searches, splits, replacements, formats."""


def run(n):
    words = [f"Word{i * 7919 % 1009}" for i in range(1000)]
    text = " ".join(words)
    total = 0
    for i in range(n):
        word = words[i % 1000]
        total += len(word.upper()) + len(word.strip("W")) + word.startswith("Word1") + word.find("7")
        total += len("%s-%05d" % (word, i)) + len("{}:{:>6}".format(word, i)) + int(word[4:]) + word.isalpha()
    for _ in range(n // 400):
        total += len(text.split()) + text.count("7") + len(text.replace("Word", "w")) + text.find("absent")
        total += len(text.title()) + len(text.translate({87: "v", 111: None})) + len(text.encode())
    return total


print(run(100_000))

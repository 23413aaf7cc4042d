"""The rivals from PyPI, each if it is installed. Serves turns as driver.py describes: python rivals.py TEXT WORDS

They are slow, so that a pass goes over the beginning of the text only, as much as takes about 0.2 s.
"""

import importlib.metadata
import sys
import time

PASS = 0.2


def documents(data):
    """The text in documents of about 8 KB that end with a line, as strings: decoding is not timed."""
    found = []
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + 8191) + 1 or len(data)
        found.append(data[start:end].decode(errors="replace"))
        start = end
    return found


def each(function):
    def work(texts):
        for text in texts:
            function(text)

    return work


def pyarabic():
    from pyarabic import normalize

    return "PyArabic", each(normalize.normalize_searchtext), False


def camel():
    from camel_tools.utils.dediac import dediac_ar
    from camel_tools.utils import normalize as n

    def chain(text):
        text = n.normalize_alef_maksura_ar(n.normalize_alef_ar(n.normalize_unicode(text)))
        return dediac_ar(n.normalize_teh_marbuta_ar(text))

    return "camel-tools", each(chain), False


def pystemmer():
    import Stemmer

    return "PyStemmer", Stemmer.Stemmer("arabic").stemWords, True


def pystemmer_without_cache():
    import Stemmer

    return "PyStemmer", Stemmer.Stemmer("arabic", 0).stemWords, True


def isri():
    from nltk.stem.isri import ISRIStemmer

    return "nltk", each(ISRIStemmer().stem), True


class Row:
    def __init__(self, make, texts, words, size):
        self.package, self.work, self.stems = make()
        self.items, self.size = (words if self.stems else texts), size
        self.count = None

    def prepare(self):
        """Finds out how much to do in a pass."""
        self.count = 1
        while self.count < len(self.items):
            start = time.perf_counter()
            self.work(self.items[: self.count])
            elapsed = time.perf_counter() - start
            if elapsed > PASS / 20:
                self.count = int(self.count * PASS / elapsed) + 1
                break
            self.count *= 2
        self.count = min(self.count, len(self.items))
        self.chosen = self.items[: self.count]
        if self.stems:
            self.bytes = round(self.size * self.count / len(self.items))
        else:
            self.bytes = sum(len(text.encode()) for text in self.chosen)

    def turn(self, seconds):
        if self.count is None:
            self.prepare()
        start = time.perf_counter()
        passes = 0
        while True:
            self.work(self.chosen)
            passes += 1
            elapsed = time.perf_counter() - start
            if elapsed >= seconds:
                return self.bytes, passes, elapsed, self.count if self.stems else 0


def main():
    text, words = (open(path, "rb").read() for path in sys.argv[1:3])
    rows = {}
    for make in (pyarabic, camel, pystemmer, pystemmer_without_cache, isri):
        try:
            rows[make.__name__] = Row(make, documents(text), words.decode().split("\n")[:-1], len(text))
        except ImportError as error:
            print(f"{make.__name__}: {error}", file=sys.stderr)
    packages = dict.fromkeys(row.package for row in rows.values())
    versions = [f"{package} {importlib.metadata.version(package)}" for package in packages]
    print("version", ", ".join([f"Python {sys.version.split()[0]}", *versions]), sep="\t")
    for name in rows:
        print("row", name, sep="\t")
    print("ready", flush=True)
    for line in sys.stdin:
        name, seconds = line.split("\t")
        print(*rows[name].turn(float(seconds)), sep="\t", flush=True)


main()

"""Programs that are timed from inside.

A driver loads its texts and prints `version`, a `row` for each thing that it can do, and `ready`, with tabs between.
Then each line `NAME<tab>SECONDS` is a turn: the driver goes over the text again and again until the seconds have
passed, at least once, and prints the bytes of a pass, the passes, the seconds that they took, and the tokens of a pass
(0 where there are none). What it does for the first turn of a row alone is not timed.
"""

import os
import platform
import subprocess
import threading
from collections import namedtuple

Turn = namedtuple("Turn", "speed tokens")  # MB/s; MB are 10^6 bytes


class DriverError(Exception):
    pass


class Driver:
    def __init__(self, command, log, environment=None):
        environment = {**os.environ, **(environment or {})}
        self.name = os.path.basename(command[0])
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, env=environment
        )
        self.version, self.rows = "", []
        while (fields := self._read(300)) != ["ready"]:
            if fields[0] == "version":
                self.version = fields[1]
            else:
                self.rows.append(fields[1])

    def turn(self, row, seconds, limit=300):
        try:
            self.process.stdin.write(f"{row}\t{seconds}\n")
            self.process.stdin.flush()
        except OSError:
            raise DriverError(f"{self.name} has ended") from None
        size, passes, elapsed, tokens = self._read(limit)
        return Turn(int(size) * int(passes) / float(elapsed) / 1e6, int(tokens))

    def close(self):
        self.process.kill()
        self.process.communicate()

    def _read(self, limit):
        timer = threading.Timer(limit, self.process.kill)
        timer.start()
        line = self.process.stdout.readline()
        timer.cancel()
        if not line:
            raise DriverError(f"{self.name} has ended, or took longer than {limit} s")
        return line.rstrip("\n").split("\t")


def start_ours(work, text, log, kernel=None):
    """Our driver, with the kernel that is wished for."""
    driver = Driver([os.path.join(work, "ours"), text], log, {"ARABICTEXT_KERNEL": kernel} if kernel else None)
    if kernel and driver.version != f"kernel {kernel}":
        driver.close()
        raise SystemExit(f"no kernel {kernel} here, only {driver.version}")
    return driver


def machine():
    """One line on the machine."""
    name = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo") as file:
            name = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return f"{name}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"


def amount(size):
    """A number of bytes, as people write it."""
    return f"{size / 1e6:.4g} MB" if size >= 1e6 else f"{size / 1e3:.4g} KB"


def article(size):
    """The sample article, over and over until it is about as large, and at least once."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Corpus/article.txt")
    with open(path, "rb") as file:
        text = file.read().rstrip(b"\n") + b"\n"
    return text * max(1, size // len(text))

"""Lines of a Spark data set through the command arabictext, byte for byte.

Spark's own `pipe` ignores a command that fails unless it is told otherwise, and then tells the status but not what the
command said. `through` gives both, in the exception that ends the task.
"""

import subprocess
import threading
from collections import deque
from typing import Iterator

from pyspark import RDD, TaskContext
from pyspark.sql import SparkSession
from pyspark.sql.functions import col


class CommandFailed(Exception):
    """The command ended with a status other than 0; the message is the command's own."""


def read_lines(spark: SparkSession, path: str) -> RDD:
    """The lines of a file as bytes, in their order.

    Only a line feed ends a line, and nothing is decoded: `textFile` also splits at a lone return, and replaces what is
    no UTF-8 without a word.
    """
    lines = spark.read.option("lineSep", "\n").text(path).select(col("value").cast("binary"))
    return lines.rdd.map(lambda row: bytes(row[0]))


def write_lines(spark: SparkSession, lines: RDD, path: str) -> None:
    """Writes lines of bytes to a new folder, a file for each partition."""
    table = spark.createDataFrame(lines.map(lambda line: (bytearray(line),)), "value binary")
    table.select(col("value").cast("string")).write.text(path, lineSep="\n")


def through(lines: RDD, command: list[str]) -> RDD:
    """What a command makes of each partition's lines, as lines; one process a partition, in bounded memory."""
    return lines.mapPartitions(lambda partition: _run(command, partition))


def _run(command: list[str], lines: Iterator[bytes]) -> Iterator[bytes]:
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # The three pipes need a reader or writer each, or a full one would stop the others.
    said: deque[bytes] = deque(maxlen=20)
    listener = threading.Thread(target=lambda: said.extend(process.stderr), daemon=True)
    feeder = _Feeder(process.stdin, lines)
    listener.start()
    feeder.start()
    try:
        for line in process.stdout:
            yield line.removesuffix(b"\n")
        status = process.wait()
        feeder.join()
        listener.join()
        # The command has nothing to do with a failure of what it is fed from.
        if feeder.error is not None:
            raise feeder.error
        if status != 0:
            message = b"".join(said).decode(errors="replace").strip()
            context = TaskContext.get()
            place = f"partition {context.partitionId()}: " if context else ""
            raise CommandFailed(f"{place}status {status} of {' '.join(command)}: {message}")
    finally:
        # Whoever takes only some of the lines leaves a process that waits to write the rest.
        process.kill()
        process.wait()


class _Feeder(threading.Thread):
    """Writes lines to a pipe and closes it."""

    def __init__(self, pipe, lines: Iterator[bytes]):
        super().__init__(daemon=True)
        self.pipe = pipe
        self.lines = lines
        self.error = None

    def run(self) -> None:
        try:
            with self.pipe:
                for line in self.lines:
                    self.pipe.write(line)
                    self.pipe.write(b"\n")
        except BrokenPipeError:
            # The command has ended early; its status says why.
            pass
        except BaseException as error:
            self.error = error

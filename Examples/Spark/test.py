"""What one machine gives, a cluster of two worker processes gives, byte for byte; a failure says what the command said."""

import subprocess
import sys
import tempfile
from pathlib import Path

from arabictext_spark import read_lines, through, write_lines
from job import STAGES, make_session

ARTICLE = Path(__file__).resolve().parents[2] / "Corpus" / "article.txt"


def corpus() -> bytes:
    """About 5 MB, more than all the pipes hold, with what readers of lines like to lose."""
    odd = "\n\nواحد\rاثنان\r\n \n\u0085\u2028ثلاثة\x00\nكِتَابٌ\t😀 \n".encode()
    return (ARTICLE.read_bytes() + odd) * 1000


def parts(folder: Path) -> bytes:
    """The files that a job has written, one after the other."""
    files = sorted(folder.glob("part-*"))
    assert len(files) > 2, f"{len(files)} partitions, so the corpus was not divided"
    return b"".join(file.read_bytes() for file in files)


def alone(command: list[str], text: bytes) -> bytes:
    """What one machine gives."""
    return subprocess.run(command, input=text, capture_output=True, check=True).stdout


def check_same(spark, command: str, stage: list[str], text: bytes, work: Path) -> None:
    """The cluster gives what one machine gives."""
    name = "-".join(stage).replace("--", "")
    (work / name).write_bytes(text)
    write_lines(spark, through(read_lines(spark, str(work / name)), [command, *stage]), str(work / f"{name}.out"))
    got, wanted = parts(work / f"{name}.out"), alone([command, *stage], text)
    assert got == wanted, f"{stage}: {len(got)} bytes where one machine gives {len(wanted)}"
    print(f"same bytes on two workers as on one machine: {' '.join(stage)} ({len(text)} bytes in)")


def check_failure(spark, command: list[str], message: str, lines) -> None:
    """The exception holds what the command said."""
    try:
        through(lines, command).count()
    except Exception as error:
        assert message in str(error), f"{message!r} is not in {error}"
        print(f"a failure is passed on: {message}")
    else:
        raise AssertionError(f"{command} did not fail")


def main() -> None:
    command = sys.argv[1]
    spark = make_session("local-cluster[2,1,1024]")
    # Small pieces, so that each worker has several.
    spark.conf.set("spark.sql.files.maxPartitionBytes", 1 << 20)
    text = corpus()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for stage in STAGES.values():
            check_same(spark, command, stage, text, work)
        ill_formed = text.replace("😀".encode(), b"\xff\xf0\x9f")
        check_same(spark, command, ["strip", "--invalid", "keep"], ill_formed, work)

        (work / "bad").write_bytes(text + b"abc\xff\n")
        bad = read_lines(spark, str(work / "bad"))
        check_failure(spark, [command, "analyze"], "ill-formed UTF-8 at byte", bad)
        lines = spark.sparkContext.parallelize([b"a\n" * 10_000] * 100, 4)
        check_failure(spark, [command, "normalize", "--profile", "serch"], 'Did you mean "search"?', lines)
        check_failure(spark, ["sh", "-c", "echo nothing was read >&2; exit 3"], "nothing was read", lines)
        few = through(spark.sparkContext.parallelize([b"\xd8\xa7"] * 300_000, 2), [command, "strip"]).take(3)
        assert few == [b"\xd8\xa7"] * 3
        print("whoever takes a few lines is not kept waiting")
    spark.stop()


if __name__ == "__main__":
    main()

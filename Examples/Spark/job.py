"""Normalises and analyses a corpus on a Spark cluster.

    python job.py CORPUS RESULT --command /path/to/arabictext --master 'local-cluster[2,1,1024]'

writes RESULT/normalized and RESULT/terms. The files of each, one after the other, are byte for byte what
`arabictext normalize --profile search` and `arabictext analyze` print for CORPUS.
"""

import argparse

from pyspark.sql import SparkSession

import arabictext_spark
from arabictext_spark import read_lines, through, write_lines

STAGES = {"normalized": ["normalize", "--profile", "search"], "terms": ["analyze"]}


def make_session(master: str) -> SparkSession:
    """A session whose workers know how to run the command."""
    spark = (
        SparkSession.builder.appName("arabictext")
        .master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.task.maxFailures", "1")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    spark.sparkContext.addPyFile(arabictext_spark.__file__)
    return spark


def main() -> None:
    parser = argparse.ArgumentParser(description="Normalises and analyses a corpus on a Spark cluster.")
    parser.add_argument("corpus", help="a file of lines in UTF-8")
    parser.add_argument("result", help="a folder that is not there yet")
    parser.add_argument("--command", default="arabictext", help="the command, at the same path on every machine")
    parser.add_argument("--master", default="local-cluster[2,1,1024]")
    arguments = parser.parse_args()
    spark = make_session(arguments.master)
    lines = read_lines(spark, arguments.corpus)
    for name, stage in STAGES.items():
        write_lines(spark, through(lines, [arguments.command, *stage]), f"{arguments.result}/{name}")
    spark.stop()


if __name__ == "__main__":
    main()

"""What starting costs: processor time of `quiz --help` against bare Python, as a ratio of medians in one run."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile

RUNS = 21


def processor_seconds(command: list[str], home: str) -> float:
    """User and system time of one run of `command`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env={**os.environ, "QUIZ_HOME": home})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Take turns, so that a drift of the machine's speed falls on both."""
    with tempfile.TemporaryDirectory() as home:
        bare, help_ = [], []
        for _ in range(RUNS):
            bare.append(processor_seconds([sys.executable, "-c", "pass"], home))
            help_.append(processor_seconds([sys.executable, "-m", "quiz", "--help"], home))
    python, quiz = statistics.median(bare), statistics.median(help_)
    print(f"quiz --help: {quiz * 1000:.0f} ms of processor time, {quiz / python:.2f} times bare Python (at most 4)")


if __name__ == "__main__":
    main()

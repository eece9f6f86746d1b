"""Reading aloud, through a real program: a small script that stands where espeak-ng would."""

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from quiz.speech import LONGEST, Voice, program, readable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script with a shebang")


def stand_in(folder: Path, body: str) -> None:
    """An espeak-ng that writes its arguments and its input into `folder`, then does `body`."""
    script = folder / "espeak-ng"
    script.write_text(
        f"#!{sys.executable}\nimport pathlib, sys, time\n"
        f"here = pathlib.Path({str(folder)!r})\n"
        "(here / 'said').write_text('\\n'.join(sys.argv[1:]) + '\\n--\\n' + sys.stdin.read(), encoding='utf-8')\n"
        f"(here / 'done').touch()\n{body}\n",
        encoding="utf-8",
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)


def wait_for(path: Path) -> None:
    """Until the other program has got that far."""
    end = time.monotonic() + 20
    while not path.exists():
        assert time.monotonic() < end, f"{path.name} never came"
        os.sched_yield()


@pytest.mark.parametrize("text", ["Les dockers ont voté la grève.", "-w /tmp/x --help", '$(reboot) `ls` ; rm -rf "~"'])
def test_a_text_is_read_and_is_never_an_option_or_a_command(tmp_path, monkeypatch, text):
    stand_in(tmp_path, "")
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = Voice()
    assert voice.say(text)
    wait_for(tmp_path / "done")
    arguments, said = (tmp_path / "said").read_text(encoding="utf-8").split("\n--\n")
    assert arguments == "-v\nfr\n--stdin"
    assert said == text
    voice.stop()


def test_it_stops_when_told_to(tmp_path, monkeypatch):
    stand_in(tmp_path, "time.sleep(60)")
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = Voice()
    voice.say("une longue phrase")
    wait_for(tmp_path / "done")
    assert voice.speaking
    assert voice.stop()
    assert not voice.speaking
    assert not voice.stop(), "nothing is being read any more"


def test_a_new_text_cuts_the_last_one_off(tmp_path, monkeypatch):
    stand_in(tmp_path, "time.sleep(60)")
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = Voice()
    voice.say("une")
    wait_for(tmp_path / "done")
    (tmp_path / "done").unlink()
    voice.say("deux")
    wait_for(tmp_path / "done")
    assert (tmp_path / "said").read_text(encoding="utf-8").endswith("deux")
    voice.stop()


def test_a_machine_without_a_voice(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = Voice()
    assert not voice.say("bonjour")
    assert not voice.stop()


def test_a_program_that_cannot_be_started_is_no_voice(tmp_path, monkeypatch):
    (tmp_path / "espeak-ng").write_bytes(b"\x7fnot a program")
    (tmp_path / "espeak-ng").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not Voice().say("bonjour")


def test_each_system_has_its_own_program():
    def everything(name: str) -> str:
        return f"/bin/{name}"

    assert [program(everything, platform).name for platform in ("linux", "darwin", "win32")] == [
        "espeak-ng", "say", "powershell",
    ]  # fmt: skip
    assert program(lambda name: None, "linux") is None


def test_what_is_read_of_a_text():
    assert readable("Il y a _____ navires.") == "Il y a  …  navires."
    assert readable("a\x1b]0;b\x07\n[[c") == readable("a\x1b]0;b\x07 [ [c")
    assert len(readable("mot " * 5000)) <= LONGEST

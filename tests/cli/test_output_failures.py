"""An answer arrives whole, or its exit code says that it did not."""

import json
import os
import signal
import stat
import subprocess
import sys
import time

import pytest

from running import COMMAND, HANG, environment, hp, said

LINE = b'{"installed_base": {"pcs": 300}}\n'
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
BUFFERING = pytest.mark.parametrize("unbuffered", [{}, {"PYTHONUNBUFFERED": "1"}])
ANSWERS = pytest.mark.parametrize(
    "arguments", [["sku"], ["sku", "--json"], ["--help"], ["--version"], ["eligible", "-h"]]
)


def shell(line, **more):
    """A line of shell with `hp` as the command."""
    return subprocess.run(
        ["bash", "-c", f'hp() {{ "{COMMAND}" "$@"; }}; {line}'],
        capture_output=True,
        env=environment(**more),
        timeout=HANG,
        check=False,
    )


@on_linux
@BUFFERING
@ANSWERS
def test_full_disk_is_74(arguments, unbuffered):
    ran = shell(f"hp {' '.join(arguments)} > /dev/full", **unbuffered)
    assert ran.returncode == 74
    assert b"could not be written whole" in ran.stderr


@BUFFERING
@ANSWERS
def test_closed_standard_output_is_74(arguments, unbuffered):
    assert shell(f"hp {' '.join(arguments)} >&-", **unbuffered).returncode == 74


def test_closed_standard_error_changes_no_exit_code():
    assert shell("hp sku U80M6E 2>&- >/dev/null").returncode == 0
    assert shell("hp sku U80M6F 2>&-").returncode == 10
    assert shell("hp sku --nonsense 2>&- >&-").returncode == 2


@BUFFERING
def test_reader_that_leaves_is_141_and_silent(tmp_path, unbuffered):
    (tmp_path / "many.jsonl").write_bytes(LINE * 5_000)
    ran = shell(
        f"hp eligible --batch {tmp_path}/many.jsonl | head -1 >/dev/null; exit ${{PIPESTATUS[0]}}",
        **unbuffered,
    )
    assert (ran.returncode, ran.stderr) == (141, b"")


@BUFFERING
def test_slow_reader_gets_every_byte(tmp_path, unbuffered):
    (tmp_path / "many.jsonl").write_bytes(LINE * 100)
    whole = hp("eligible", "--batch", str(tmp_path / "many.jsonl")).stdout
    slow = "import sys,time; time.sleep(0.3); print(len(sys.stdin.buffer.read()))"
    line = f'hp eligible --batch {tmp_path}/many.jsonl | "{sys.executable}" -c "{slow}"'
    assert int(shell(line, **unbuffered).stdout) == len(whole)


def test_pipe_that_somebody_made_non_blocking_gets_every_byte():
    read, write = os.pipe()
    os.set_blocking(write, False)
    process = subprocess.Popen([COMMAND, "schema", "tiers"], stdout=write, env=environment())
    os.close(write)
    with os.fdopen(read, "rb") as stream:
        text = stream.read()
    assert process.wait(HANG) == 0
    assert text == hp("schema", "tiers").stdout


def test_existing_file_is_kept_unless_forced(tmp_path):
    target = tmp_path / "answer.json"
    target.write_text("mine")
    asked = ["eligible", "-o", str(target)]
    refused = hp(*asked)
    assert (refused.returncode, target.read_text()) == (2, "mine")
    assert b"--force" in refused.stderr
    assert hp(*asked, "--force").returncode == 0
    assert target.read_text().startswith('{\n  "schema": "hp-priority/eligibility@1"')
    assert [path.name for path in tmp_path.iterdir()] == ["answer.json"]


def test_forced_replacement_keeps_mode_and_link(tmp_path):
    (tmp_path / "real.json").write_text("mine")
    (tmp_path / "real.json").chmod(0o600)
    (tmp_path / "link.json").symlink_to("real.json")
    assert hp("sku", "-o", "link.json", "--force", cwd=tmp_path).returncode == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text("utf-8"))["parts"]
    assert stat.S_IMODE((tmp_path / "real.json").stat().st_mode) == 0o600
    assert {path.name for path in tmp_path.iterdir()} == {"real.json", "link.json"}


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("missing/answer.json", "No such file or directory"),
        ("folder.json", "Is a directory"),
        ("file/answer.json", "Not a directory"),
        ("x" * 300 + ".json", "File name too long"),
    ],
    ids=["missing folder", "a folder", "a file for a folder", "too long"],
)
def test_target_that_cannot_be_written_is_74_and_leaves_nothing(tmp_path, target, reason, force):
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file").write_text("mine")
    assert reason in said(hp("sku", "-o", target, *force, cwd=tmp_path), 74)
    assert {path.name for path in tmp_path.iterdir()} == {"folder.json", "file"}
    assert list((tmp_path / "folder.json").iterdir()) == []


def test_folder_that_may_not_be_written_is_74(tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    if os.access(tmp_path / "locked", os.W_OK):
        pytest.skip("this user may write everywhere")
    assert "Permission denied" in said(hp("sku", "-o", "locked/a.json", cwd=tmp_path), 74)


@on_linux
@pytest.mark.parametrize("arguments", ["sku -f csv", "eligible --batch - -f csv"])
def test_full_device_as_a_file_is_74(arguments):
    ran = shell(f"echo {{}} | hp {arguments} -o /dev/full")
    assert (ran.returncode, ran.stdout) == (74, b"")
    assert b"/dev/full: No space left on device" in ran.stderr


def test_standard_output_by_its_device_name_gets_every_byte():
    whole = hp("sku", "--json").stdout
    assert shell("hp sku -f json -o /dev/stdout | cat").stdout == whole
    assert shell("hp sku -f json -o >(cat) | cat").stdout == whole


def test_named_pipe_that_nobody_reads_on_is_141_and_silent(tmp_path):
    (tmp_path / "many.jsonl").write_bytes(LINE * 200)
    ran = shell(
        f"cd {tmp_path}; mkfifo pipe.jsonl; head -c 1 pipe.jsonl > /dev/null & "
        f"hp eligible --batch {tmp_path}/many.jsonl -o {tmp_path}/pipe.jsonl"
    )
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_error_leaves_no_file(tmp_path):
    ran = hp(
        "quote", "--pcs", "9", "--tier", "access", "--years", "1", "-o", "q.json", cwd=tmp_path
    )
    assert ran.returncode == 10
    assert list(tmp_path.iterdir()) == []


def test_device_takes_an_answer_without_force():
    assert hp("sku", "-o", "/dev/null", "-f", "json").returncode == 0


def _as_in_a_terminal():
    """Let Ctrl-C count: a shell that runs tests in the background has its children ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signal_ends_a_run_with_its_code_and_no_file(tmp_path, number, code):
    process = subprocess.Popen(
        [COMMAND, "eligible", "--batch", "-", "-o", "answers.json"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
        preexec_fn=_as_in_a_terminal,  # noqa: PLW1509 - no thread is running here
    )
    assert process.stdin is not None
    process.stdin.write(LINE)
    process.stdin.flush()
    begun = time.monotonic()
    while not list(tmp_path.iterdir()) and time.monotonic() - begun < HANG:
        time.sleep(0.05)  # until the answers are begun
    process.send_signal(number)
    _, messages = process.communicate(timeout=HANG)
    assert (process.returncode, messages) == (code, b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("option", ["--request", "--batch"])
def test_signal_ends_a_run_that_waits_for_a_named_pipe(tmp_path, option, number, code):
    os.mkfifo(tmp_path / "pipe")
    process = subprocess.Popen(
        [COMMAND, "eligible", option, "pipe", "-o", "answers.json"],
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
        preexec_fn=_as_in_a_terminal,  # noqa: PLW1509 - no thread is running here
    )
    writing = os.open(tmp_path / "pipe", os.O_WRONLY)  # once the tool has opened it too
    try:
        process.send_signal(number)
        _, messages = process.communicate(timeout=HANG)
    finally:
        os.close(writing)
    assert (process.returncode, messages) == (code, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_standard_input_that_is_not_utf8_is_a_finding():
    ran = hp("eligible", "--request", "-", stdin="customer: café".encode("latin-1"))
    assert said(ran, 20).startswith("<stdin>:1:14: error: The byte 0xE9 is not UTF-8.")


def test_closed_standard_input_is_a_finding():
    ran = shell("hp eligible --request - <&-")
    assert ran.returncode == 20
    assert b"<stdin>" in ran.stderr
    assert shell("hp eligible --batch - <&-").returncode == 20


def test_dumb_terminal_gets_no_colour():
    assert b"\x1b" not in hp("sku", "U80M6E", TERM="dumb").stdout


@pytest.mark.parametrize("columns", ["0", "1", "nonsense"])
@pytest.mark.parametrize("command", [["--help"], ["quote", "--help"], ["compare"]])
def test_any_width_shows_help_and_tables(command, columns):
    ran = hp(*command, COLUMNS=columns)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"hp-priority" in ran.stdout or b"Access" in ran.stdout


@pytest.mark.parametrize("columns", ["0", "1", "9", "nonsense", "-3", "99999"])
def test_any_width_shows_every_part(columns):
    shown = hp("sku", COLUMNS=columns).stdout.decode()
    assert shown.count("U80") + shown.count("U1PB") + shown.count("U4ZX") > 20
    assert "U64GFE" in shown
    assert "…" not in shown


@pytest.mark.parametrize(
    ("more", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"HP_PRIORITY_COLOR": "always", "NO_COLOR": "1"}, True),
        ({"HP_PRIORITY_COLOR": "never", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_follows_option_then_variables_then_terminal(more, coloured):
    assert (b"\x1b[" in hp("sku", "U80M6E", **more).stdout) is coloured

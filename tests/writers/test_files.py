"""Files are written whole or not at all, and never over another without being told to."""

import stat

import pytest

from hp_priority_cli.errors import OutputFailed, UsageProblem
from hp_priority_cli.writers.files import write_file


def test_new_file_holds_exactly_the_content(tmp_path):
    write_file(str(tmp_path / "q.json"), [b"{}\n"], force=False)
    assert [path.name for path in tmp_path.iterdir()] == ["q.json"]
    assert (tmp_path / "q.json").read_bytes() == b"{}\n"


def test_existing_file_stays_as_it_is_without_force(tmp_path):
    target = tmp_path / "q.json"
    target.write_bytes(b"old")
    with pytest.raises(UsageProblem) as caught:
        write_file(str(target), [b"new"], force=False)
    assert caught.value.kind == "file-exists"
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["q.json"]


def test_forced_replacement_keeps_the_mode(tmp_path):
    target = tmp_path / "q.json"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_file(str(target), [b"new"], force=True)
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_link_is_followed_and_stays_a_link(tmp_path):
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_file(str(link), [b"new"], force=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize("target", ["missing/q.json", ".", "x" * 300])
def test_target_that_cannot_be_written_leaves_nothing_behind(tmp_path, target):
    with pytest.raises(OutputFailed):
        write_file(str(tmp_path / target), [b"new"], force=True)
    assert list(tmp_path.iterdir()) == []


def test_pieces_are_written_as_they_come_and_none_is_left_when_one_fails(tmp_path):
    def pieces():
        yield b"first\n"
        raise KeyError("second")

    with pytest.raises(KeyError):
        write_file(str(tmp_path / "q.jsonl"), pieces(), force=False)
    assert list(tmp_path.iterdir()) == []
    write_file(str(tmp_path / "q.jsonl"), iter([b"first\n", b"second\n"]), force=False)
    assert (tmp_path / "q.jsonl").read_bytes() == b"first\nsecond\n"

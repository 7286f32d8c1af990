"""What is in the sdist and the wheel, and that an installation runs far from the checkout."""

import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "hp_priority_cli"
DATA = {"coverage.yaml", "skus.yaml", "source.yaml", "tiers.yaml"}
CASES = {f"cases/{path.name}" for path in (ROOT / "data" / "cases").iterdir()}


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def names_in_sdist(sdist: Path) -> set[str]:
    """Name the files of the sdist, without the folder that all of them are in."""
    with tarfile.open(sdist) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def package_files() -> set[str]:
    """Name the files of the package in this checkout as the wheel should name them."""
    package = ROOT / "src" / PACKAGE
    paths = (path.relative_to(package) for path in package.rglob("*") if path.is_file())
    return {
        f"{PACKAGE}/{path.as_posix()}"
        for path in paths
        if "__pycache__" not in path.parts and not path.name.startswith(".")
    }


def test_wheel_holds_the_data_files_and_their_cases_and_no_code_among_them(wheel: Path) -> None:
    within = f"{PACKAGE}/data/"
    data = {name.removeprefix(within) for name in names_in(wheel) if name.startswith(within)}
    assert {name for name in data if name.endswith(".yaml")} == DATA | CASES
    assert not {name for name in data if name.endswith((".py", ".pyc"))}


def test_wheel_holds_the_data_byte_for_byte(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in DATA | CASES:
            assert archive.read(f"{PACKAGE}/data/{name}") == (ROOT / "data" / name).read_bytes()


def test_wheel_holds_the_whole_package_and_nothing_beside_it(wheel: Path) -> None:
    names = names_in(wheel)
    assert package_files() <= names
    assert f"{PACKAGE}/py.typed" in names
    roots = {name.partition("/")[0] for name in names}
    beside = {root for root in roots if not root.endswith((".dist-info", ".data"))}
    assert beside == {PACKAGE}


def test_wheel_installs_the_manual_where_man_looks(wheel: Path) -> None:
    manual = ROOT / "docs" / "man"
    pages = {path.relative_to(manual).as_posix() for path in manual.rglob("*.1")}
    shared = {name.partition(".data/data/")[2] for name in names_in(wheel) if ".data/data/" in name}
    assert {"man1/hp-priority.1", "fr/man1/hp-priority-quote.1"} <= pages
    assert shared == {f"share/man/{page}" for page in pages}


def test_sdist_holds_the_licence_the_texts_and_what_the_wheel_is_made_of(sdist: Path) -> None:
    names = names_in_sdist(sdist)
    assert {"LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml"} <= names
    assert {f"data/{name}" for name in DATA | CASES} <= names
    assert {f"src/{name}" for name in package_files()} <= names
    for folder in ("docs/", "examples/", "tests/"):
        assert any(name.startswith(folder) for name in names), folder


@pytest.mark.environment
def test_installed_command_tells_its_version_outside_the_checkout(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    done = subprocess.run(
        [installed, "--version"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "0.1.0" in done.stdout


@pytest.mark.environment
@pytest.mark.parametrize("extra", ["pdf", "xlsx"])
def test_format_of_an_extra_that_is_not_installed_says_how_to_install_it(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: str
) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    done = subprocess.run(
        [installed, "sku", "U80M6E", "--lang", "en", "-o", f"answer.{extra}"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert f"pip install 'hp-priority-cli[{extra}]'" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.environment
def test_installed_command_writes_a_page_without_any_extra(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    done = subprocess.run(
        [installed, "sku", "U80M6E", "--lang", "en", "-o", "answer.html"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "<style>" in (tmp_path / "answer.html").read_text("utf-8")

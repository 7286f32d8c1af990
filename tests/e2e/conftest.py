"""Builds the tool as a user gets it: the sdist, the wheel made from it, a fresh installation."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# What could lead Python back to the checkout.
LEADING_BACK = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")


def run(*command: str | Path, cwd: Path) -> str:
    """Run `command` away from the checkout and return what it prints; fail with all it said."""
    environment = {key: value for key, value in os.environ.items() if key not in LEADING_BACK}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}"
        pytest.fail(f"exit {done.returncode}: {said}", pytrace=False)
    return done.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that holds the sdist and the wheel built from that sdist."""
    folder = tmp_path_factory.mktemp("built")
    # The backend of this very environment builds both: nothing is downloaded.
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="session")
def sdist(built: Path) -> Path:
    """Give the path of the sdist."""
    (path,) = built.glob("*.tar.gz")
    return path


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    """Give the path of the wheel."""
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the path of `hp-priority` in an environment of its own, with what users get.

    A test that asks for it is marked `environment`.
    """
    folder = tmp_path_factory.mktemp("installed")
    home = folder / "venv"
    # This environment's pip installs into that one: a second pip would cost seconds.
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    install = (sys.executable, "-m", "pip", "--python", scripts / "python", "install")
    quick = ("--quiet", "--disable-pip-version-check", "--no-compile", "--prefer-binary")
    locked = ("--require-hashes", "--requirement", ROOT / "requirements" / "runtime.txt")
    run(*install, *quick, *locked, cwd=folder)
    run(*install, *quick, "--no-deps", "--no-index", wheel, cwd=folder)
    return scripts / "hp-priority"

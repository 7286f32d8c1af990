"""A run forked from what was read once is the run that the installed command makes."""

import json
import os
import signal
import sys

import pytest

import warm
from hp_priority_cli.catalog.load import shipped_folder
from running import door, hp, hp_anew

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each run is started")
SITES = json.dumps({"sites": [{"country": "FR", "pcs": 800}], "customer": "Société (fictive)"})


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (["--version"], {}),
        (["--help"], {"FORCE_COLOR": "1"}),
        (["eligible", "--help"], {"HP_PRIORITY_LANG": "fr", "COLUMNS": "60"}),
        (["sku", "--lang", "fr"], {"FORCE_COLOR": "1", "COLUMNS": "120"}),
        (["sku", "U8OM6E", "--json"], {}),
        (["sku", "\udcff"], {}),
        (["eligible", "--request", "-"], {"stdin": SITES.encode(), "HP_PRIORITY_LANG": "fr"}),
        (["eligible", "--request", "-"], {"stdin": SITES.encode("latin-1")}),
        (["eligible", "--batch", "-"], {"stdin": f"{SITES}\n".encode() * 300}),
        (["quote", "--request", "none.yaml", "--json"], {}),
        (["check", "data"], {}),
        (["check", "data", "--nonsense"], {}),
        (["explain", "-v", "Guyane"], {"HP_PRIORITY_AS_OF": "2026-01-01"}),
    ],
)
def test_forked_run_ends_as_the_installed_command_does(arguments, more):
    here = {"cwd": shipped_folder().parent, **more}
    forked, started = hp(*arguments, **here), hp_anew(*arguments, **here)
    assert forked.stdout + forked.stderr
    assert (forked.returncode, forked.stdout, forked.stderr) == (
        started.returncode,
        started.stdout,
        started.stderr,
    )


def test_run_leaves_nothing_to_the_next(tmp_path):
    assert b"PC" in hp("eligible", "--pcs", "300", cwd=tmp_path, HP_PRIORITY_LANG="fr").stdout
    assert hp("eligible", HP_PRIORITY_PCS="1", HP_PRIORITY_FORMAT="json").stdout[:1] == b"{"
    assert hp("eligible", "--pcs", "300").stdout == hp_anew("eligible", "--pcs", "300").stdout


def test_run_that_hangs_is_ended(tmp_path):
    order = {"arguments": ["eligible", "--request", "-"], "cwd": str(tmp_path), "env": {}}
    read, write = os.pipe()
    code = warm.ask(door(), order, [read, write, write], hang=1)
    os.close(read)
    os.close(write)
    assert code == -signal.SIGALRM

"""Completion at TAB in bash, zsh and fish: every word in its place, plain, and nothing run."""

import os
import pty
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customers import CATALOG
from hp_priority_cli.catalog.names import find_language, find_place
from hp_priority_cli.cli.app import COMMANDS, build_command
from hp_priority_cli.cli.completion import command_line
from hp_priority_cli.cli.options import GlobalOptions
from hp_priority_cli.cli.session import Session
from hp_priority_cli.presentation.completion.command_line import (
    Word,
    as_word,
    harmless,
    word_list,
)
from hp_priority_cli.presentation.completion.scripts import SHELLS
from hp_priority_cli.presentation.phrases import LANGUAGES, Phrases
from running import HANG, environment, hp, said

NAMES = (
    "eligible quote compare sku check verify inventory render diff explain schema completion help"
)
BASH_CASES = Path(__file__).with_name("completion.bash")
HOSTILE = "$(touch owned) `touch owned` '; touch owned; echo ' \" : ] [ \\ \n touch owned"
GROUP = build_command()


@pytest.fixture(scope="session")
def scripts(tmp_path_factory):
    """The script of each shell, as a file."""
    folder = tmp_path_factory.mktemp("scripts")
    for shell in SHELLS:
        ran = hp("completion", shell, "-o", f"{shell}.txt", cwd=folder)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
    return {shell: folder / f"{shell}.txt" for shell in SHELLS}


def offered(language="en"):
    """The command line as completion knows it, without a shell."""
    session = Session.of(GlobalOptions(), GlobalOptions(), Phrases(language))
    return command_line(GROUP, session)


# -- what every shell is given ----------------------------------------------------------------


@pytest.mark.parametrize("shell", SHELLS)
def test_shell_reads_its_script_without_complaint(scripts, shell):
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    ran = subprocess.run([shell, "-n", scripts[shell]], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_and_description_is_plain(language):
    line = offered(language)
    lists = line.lists.values()
    words = [word for each in lists for word in (*each.words, *each.later)]
    assert len(words) > 500
    for word in words:
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._+-]*", word.text, re.ASCII), word
        assert re.fullmatch(r"[\w ,.+’-]*", word.about), word
    for command in line.commands:
        for option in command.options:
            assert re.fullmatch(r"[\w ,.+’-]+", option.about), option


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_offered_means_its_place_or_language(language):
    lists = offered(language).lists
    for kind, find, listed in (
        ("places", find_place, [place.code for place in CATALOG.places]),
        ("languages", find_language, [each.tag for each in CATALOG.coverage.languages]),
    ):
        assert [word.text for word in lists[kind].words] == listed
        names = {word.text: as_word(word.about) for word in lists[kind].words}
        for code, name in names.items():
            assert find(CATALOG, name).code == code, name
            assert name in {word.text for word in lists[kind].later} | {code}


def test_every_option_of_every_command_is_offered():
    line = offered()
    assert [command.name for command in line.commands] == ["", *COMMANDS]
    for command in line.commands[1:]:
        params = GROUP.commands[command.name].params
        names = {
            name
            for each in params
            if each.param_type_name == "option"
            for name in (*each.opts, *each.secondary_opts)
        }
        assert {name for option in command.options for name in option.names} == names


def test_names_that_a_shell_would_run_are_taken_out_of_words_and_descriptions():
    assert as_word("Côte d’Ivoire; $(touch x)") == "Cote-d-Ivoire-touch-x"
    assert harmless('it\'s `x` $(y) [z]: a\nb \\ "c"') == "it s x y z a b c"


@given(st.text())
def test_whatever_a_name_holds_nothing_that_a_shell_reads_is_left(name):
    assert re.fullmatch(r"[\w ,.+’-]*", harmless(name))
    assert re.fullmatch(r"([A-Za-z0-9]+(-[A-Za-z0-9]+)*)?", as_word(name), re.ASCII)
    [word] = word_list([Word("plain", name), Word(name + ";", name)]).words
    assert word == Word("plain", harmless(name))


def test_shell_must_be_named_and_known():
    assert "Name bash, zsh or fish." in said(hp("completion"), 2)
    assert "'tcsh'.\nChoose bash, zsh or fish." in said(hp("completion", "tcsh"), 2)


def test_script_has_the_words_of_another_catalog_and_names_in_another_language(tmp_path):
    data = copied_data(tmp_path, "name: HP Priority Access\n", "name: Silver\n")
    script = hp("--data", data, "--lang", "fr", "completion", "fish").stdout.decode()
    assert "access 'Silver'" in script
    assert "BR 'Brésil'" in script


def copied_data(folder, old, new):
    """The shipped data with a text of theirs changed."""
    data = folder / "data"
    shutil.copytree(CATALOG.folder, data)
    for path in data.glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return data


# -- bash -------------------------------------------------------------------------------------

BASH = {
    "": NAMES,
    "q": "quote",
    "--l": "--lang",
    "--lang ": "en fr",
    "--lang=f": "fr",
    "--color n": "never",
    "quote --ye": "--years",
    "quote --years ": "1 2 3 4 5 all",
    "sku --years ": "1 2 3 4 5",
    "quote --years 1,": "1,2 1,3 1,4 1,5 1,all",
    "quote --order-country FR": "FR",
    "quote --discount U80M6": "U80M6E=",
    "quote --tier ": "access access-plus management management-plus",
    "quote --tier=m": "management management-plus",
    "--lang fr quote --tier access-": "access-plus",
    "--lang=fr -q quote --tier access-": "access-plus",
    "quote --lang fr --color never --tier access-": "access-plus",
    "quote --customer quote --ye": "--years",
    "quote --customer 'Example Ltd' --ye": "--years",
    "quote --it-desk ": "own partner none",
    "quote --order-unit ": "device contract",
    "quote --country FR": "FR",
    "quote --country Fr": "France",
    "quote --country fr": "fr france",
    "quote --country costa": "costa-rica",
    "quote --country FR,Be": "FR,Belgium",
    "quote --country FR,BE,F": "FR,BE,FI FR,BE,Finland FR,BE,France",
    "quote --country=FR,Be": "FR,Belgium",
    "quote --support-language fr,n": "fr,nl fr,no fr,norwegian",
    "quote --headquarters Ja": "Jamaica Japan",
    "quote --site FR": "FR:",
    "quote --pcs ": "",
    "quote --pcs=": "",
    "quote --json=": "",
    "quote FR": "",
    "eligible --what-if pr": "printers=",
    "eligible --what-if pcs=5000,it": "5000,it-desk=",
    "eligible --answer whole": "whole-base=",
    "eligible --answer=whole": "whole-base=",
    "compare access m": "management management-plus",
    "sku U80M6": "U80M6E",
    "sku u80m6": "u80m6e",
    "sku U80M6E U1PB1": "U1PB1E",
    "sku --device p": "pc printer",
    "sku -f ": "table json csv markdown html xlsx pdf",
    "sku -- -": "",
    "explain order-unit-is": "order-unit-is-device",
    "explain Gree": "Greece",
    "explain U80M6": "U80M6E",
    "schema r": "request",
    "schema request r": "",
    "help q": "quote",
    "help e": "eligible explain exit-codes environment",
    "help quote q": "",
    "completion ": "bash zsh fish",
    "completion bash -o x --f": "--force",
    "--data ": "",
    "--tier ": NAMES,
    "nonsense --tier a": "",
}  # fmt: skip


def test_bash_offers_what_fits_where_it_stands(scripts):
    lines = "".join(f"hp-priority {line}\n" for line in BASH)
    ran = subprocess.run(
        ["bash", BASH_CASES, scripts["bash"]],
        input=lines.encode(),
        capture_output=True,
        timeout=HANG,
        env=environment(PATH="/usr/bin:/bin"),
        check=True,
    )
    assert dict(zip(BASH, ran.stdout.decode().splitlines(), strict=True)) == BASH
    assert ran.stderr == b""


def test_bash_offers_codes_at_once_and_names_from_the_first_letter_on(scripts):
    lines = b"hp-priority quote --country \nhp-priority quote --country B\n"
    ran = subprocess.run(
        ["bash", BASH_CASES, scripts["bash"]], input=lines, capture_output=True, check=True
    )
    first, second = (line.split() for line in ran.stdout.decode().splitlines())
    assert first == [place.code for place in CATALOG.places]
    assert second == "BS BR BB BE Bahamas Brazil British-Virgin-Islands Barbados Belgium".split()


# -- in a terminal ----------------------------------------------------------------------------

START = {
    "bash": (
        ["bash", "--norc", "--noprofile", "-i"],
        "PS1='>'; show() {{ echo \"<$READLINE_LINE>\"; }}; bind -x '\"\\C-g\": show'; source {}\n",
    ),
    "zsh": (
        ["zsh", "-f", "-i"],
        "PS1='>'; show() {{ print -r -- \"<$BUFFER>\" }}; zle -N show; bindkey '^G' show; "
        "autoload -Uz compinit; compinit -u -D; source {}\n",
    ),
}


class Terminal:
    """An interactive shell in a terminal of its own, with the completion loaded."""

    def __init__(self, shell, script, folder):
        self.shell = shell
        command, setup = START[shell]
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(shell, command, environment(TERM="xterm", HOME=str(folder)))
        self.write(setup.format(script) + "echo re''ady\n")
        self.read_until("ready\r")

    def write(self, text):
        os.write(self.terminal, text.encode())

    def read_until(self, pattern):
        seen, end = "", time.monotonic() + HANG
        while not (found := re.search(pattern, seen)):
            assert select.select([self.terminal], [], [], end - time.monotonic())[0], seen
            seen += os.read(self.terminal, 65536).decode("utf-8", "replace")
        return found

    def line_after_tab(self, typed):
        """The line as it stands once TAB was pressed behind what was typed."""
        self.write(f"\x15{typed}\t\x07")
        return self.read_until(r"<(hp-priority[^>]*)>")[1]

    def close(self):
        self.write("\x15exit\n")
        os.close(self.terminal)
        os.waitpid(self.process, 0)


@pytest.fixture
def terminal(request, scripts, tmp_path):
    if shutil.which(request.param) is None:
        pytest.skip(f"there is no {request.param} here")
    opened = Terminal(request.param, scripts[request.param], tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("terminal", ["bash"], indirect=True)
def test_bash_completes_the_line_at_tab(terminal, tmp_path):
    (tmp_path / "request.yaml").touch()
    (tmp_path / "folder").mkdir()
    for typed, line in {
        "elig": "eligible ",
        "quote --tie": "quote --tier ",
        "quote --tier=management-": "quote --tier=management-plus ",
        "--lang fr quote --it-desk p": "--lang fr quote --it-desk partner ",
        "quote --country FR,bra": "quote --country FR,brazil",
        "quote --country=FR,Bra": "quote --country=FR,Brazil",
        "quote --site Fra": "quote --site France:",
        "eligible --what-if pcs=9,prin": "eligible --what-if pcs=9,printers=",
        "quote --request req": "quote --request request.yaml ",
        "sku --data f": "sku --data folder/",
        "quote --pcs req": "quote --pcs req",
        "sku U80M6": "sku U80M6E ",
    }.items():
        assert terminal.line_after_tab(f"hp-priority {typed}") == f"hp-priority {line}"


@pytest.mark.parametrize("terminal", ["zsh"], indirect=True)
def test_zsh_completes_the_line_at_tab(terminal, tmp_path):
    (tmp_path / "request.yaml").touch()
    (tmp_path / "folder").mkdir()
    for typed, line in {
        "elig": "eligible ",
        "quote --tie": "quote --tier=",
        "quote --tier=management-": "quote --tier=management-plus ",
        "quote --tier management-": "quote --tier management-plus ",
        "--lang fr quote --it-desk p": "--lang fr quote --it-desk partner ",
        "quote --country FR,bra": "quote --country FR,Brazil,",
        "quote --country=FR,Bra": "quote --country=FR,Brazil,",
        "quote --site Fra": "quote --site France:",
        "eligible --what-if pcs=9,prin": "eligible --what-if pcs=9,printers=",
        "quote --request req": "quote --request request.yaml ",
        "sku --data f": "sku --data folder/",
        "sku -f js": "sku -f json ",
        "sku u80m6": "sku U80M6E ",
        "help exit": "help exit-codes ",
    }.items():
        assert terminal.line_after_tab(f"hp-priority {typed}") == f"hp-priority {line}"


def fish_offers(script, folder, *lines):
    asked = "".join(f'complete -C "hp-priority {line}"\necho =====\n' for line in lines)
    ran = subprocess.run(
        ["fish", "--no-config", "-c", f"source {script}\n{asked}"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=HANG,
        env=environment(HOME=str(folder)),
        check=True,
    )
    assert ran.stderr == ""
    return [each.split("\n")[:-1] for each in ran.stdout.split("=====\n")[:-1]]


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish here")
def test_fish_offers_what_fits_with_what_it_means(scripts, tmp_path):
    (tmp_path / "request.yaml").touch()
    cases = {
        "elig": ["eligible\tSay which tiers a customer may buy, why, what is missing, what to ask"],
        "--lang fr quote --tier access-": ["access-plus\tHP Priority Access Plus"],
        "quote --customer quote --ye": ["years\tTerm in years, or several side by side"],
        "quote --country FR,BR": ["FR,BR\tBrazil"],
        "quote --site FR": ["FR:\tFrance"],
        "eligible --what-if pri": ["printers="],
        "quote --it-desk p": ["partner"],
        "quote --pcs ": [],
        "sku U80M6": ["U80M6E\tHP Priority Access, PCs, 250 seats and more, 3 years"],
        "schema request ": [],
        "quote --request req": ["request.yaml"],
    }
    found = fish_offers(scripts["fish"], tmp_path, *cases)
    shown = [[word.removeprefix("--") for word in each] for each in found]
    assert dict(zip(cases, shown, strict=True)) == cases


# -- hostile catalogs -------------------------------------------------------------------------


@pytest.fixture
def hostile(tmp_path):
    """A catalog whose names a shell would run, were they given to it as they are."""
    quoted = HOSTILE.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    old = "name: {en: Brazil, fr: Brésil}"
    return copied_data(tmp_path, old, f'name: {{en: "Brazil {quoted}", fr: "Brésil {quoted}"}}')


@pytest.mark.parametrize("terminal", ["bash", "zsh"], indirect=True)
def test_name_that_is_a_command_is_never_run(terminal, hostile, tmp_path):
    script = tmp_path / "hostile.txt"
    script.write_bytes(hp("--data", hostile, "completion", terminal.shell).stdout)
    terminal.write(f"\x15source {script}; echo ag''ain\n")
    terminal.read_until("again\r")
    line = terminal.line_after_tab("hp-priority quote --country B")
    assert line == "hp-priority quote --country B"
    line = terminal.line_after_tab("hp-priority quote --country BR")
    assert line.startswith("hp-priority quote --country BR")
    assert not (tmp_path / "owned").exists()


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish here")
def test_name_that_is_a_command_is_never_run_by_fish(hostile, tmp_path):
    script = tmp_path / "hostile.fish"
    script.write_bytes(hp("--data", hostile, "completion", "fish").stdout)
    [[word]] = fish_offers(script, tmp_path, "quote --country BR,BR")
    assert word.startswith("BR,BR\tBrazil touch owned")
    assert not (tmp_path / "owned").exists()

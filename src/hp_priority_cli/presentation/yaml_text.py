"""Plain values as YAML that every reader takes alike: texts that one could misread are quoted."""

from collections.abc import Mapping
from decimal import Decimal

from hp_priority_cli.readers.yaml import is_trap

_LINE_ENDS = frozenset("\x85\u2028\u2029")
"""What ends a line for some readers of YAML: spelled out, which double quotes alone can."""


def yaml_text(content: Mapping[str, object]) -> str:
    """The lines of a mapping, in its order; nothing for an empty one."""
    import yaml  # only a file that is written for the user needs it

    if not content:
        return ""

    class Dumper(yaml.SafeDumper):
        """Quotes every text that a reader could take for something else."""

    def text(dumper: Dumper, value: str) -> yaml.ScalarNode:
        style = '"' if is_trap(value) or not _LINE_ENDS.isdisjoint(value) else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    def number(dumper: Dumper, value: Decimal) -> yaml.ScalarNode:
        spelt = f"{value:f}"
        kind = "float" if "." in spelt else "int"
        return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", spelt)

    Dumper.add_representer(str, text)
    Dumper.add_representer(Decimal, number)
    return yaml.dump(content, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)

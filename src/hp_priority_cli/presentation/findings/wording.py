"""Sentences for the findings of a run that looks at more than one edition of the data."""

from pathlib import Path

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.checking.records import Checked
from hp_priority_cli.errors import Finding
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording


class FindingWording(Wording):
    """Sentences for the findings of a run: names only where a file was held against the catalog.

    The data under check are named as they are written, since it is they that may be wrong.
    """

    def __init__(self, checked: Checked, catalog: Catalog | None, phrases: Phrases) -> None:
        super().__init__(catalog, phrases)
        named = None if catalog is None else catalog.folder
        self._held = {
            file
            for each in checked.inputs
            if each.against is not None and str(Path(each.against)) == named
            for file in each.files
        }
        self._nameless = Wording(None, phrases)

    def finding(self, finding: Finding) -> str:
        """What is wrong at a place."""
        if finding.spot.file in self._held:
            return super().finding(finding)
        return self._nameless.finding(finding)

    def finding_remedy(self, finding: Finding) -> str:
        """What to do about a finding."""
        if finding.spot.file in self._held:
            return super().finding_remedy(finding)
        return self._nameless.finding_remedy(finding)

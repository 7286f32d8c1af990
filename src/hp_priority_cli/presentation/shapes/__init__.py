"""What each JSON document holds, key by key: where its published schema comes from.

A document is built in `documents/`; tests hold what is built to what is said here, so that neither
changes without the other. A new document is one shape and one line below.
"""

from collections.abc import Mapping
from typing import Any

from hp_priority_cli.presentation.shapes.catalog import ExplanationDocument, PartsDocument
from hp_priority_cli.presentation.shapes.check import CheckDocument
from hp_priority_cli.presentation.shapes.comparison import ComparisonDocument
from hp_priority_cli.presentation.shapes.diff import DiffDocument
from hp_priority_cli.presentation.shapes.eligibility import EligibilityDocument, WhatIfDocument
from hp_priority_cli.presentation.shapes.error import ErrorDocument
from hp_priority_cli.presentation.shapes.inventory import InventoryDocument
from hp_priority_cli.presentation.shapes.quote import QuoteDocument, QuotesDocument
from hp_priority_cli.presentation.shapes.quote_diff import QuoteDiffDocument
from hp_priority_cli.presentation.shapes.verification import VerificationDocument

DOCUMENTS: Mapping[str, Any] = {
    "eligibility": EligibilityDocument,
    "what-if": WhatIfDocument,
    "quote": QuoteDocument,
    "quotes": QuotesDocument,
    "verification": VerificationDocument,
    "inventory": InventoryDocument,
    "parts": PartsDocument,
    "comparison": ComparisonDocument,
    "explanation": ExplanationDocument,
    "check": CheckDocument,
    "diff": DiffDocument,
    "quote-diff": QuoteDiffDocument,
    "error": ErrorDocument,
}
"""The shape of each document by the name in its `schema`: `quote` is `hp-priority/quote@1`."""

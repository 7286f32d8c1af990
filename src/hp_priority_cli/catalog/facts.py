"""How many facts a data file states: what a person would count in it, each thing once."""

from collections.abc import Mapping

from hp_priority_cli.catalog.records import CoverageFile, SkusFile, SourceFile, TiersFile


def facts_of(file: TiersFile | SkusFile | CoverageFile | SourceFile) -> Mapping[str, int]:
    """The facts of one data file by their sort.

    A feature is a fact for each tier, a minimum one for each way and reading; names, texts and
    citations belong to the fact that they stand with and are not counted.
    """
    match file:
        case TiersFile():
            return _offer(file)
        case SkusFile():
            return {"parts": len(file.parts)}
        case CoverageFile():
            return _coverage(file)
        case SourceFile():
            return {
                "clauses": len(file.clauses),
                "readings": len(file.readings),
                "notes": len(file.notes),
            }


def _offer(file: TiersFile) -> Mapping[str, int]:
    minimums = [tier.minimum for tier in file.tiers]
    statements = (
        file.prerequisites,
        file.assumptions,
        file.duties,
        file.exclusions,
        file.notices,
    )
    return {
        "tiers": len(file.tiers),
        "minimums": sum(len(each.ways) + len(each.other_readings) for each in minimums),
        "cells": sum(len(feature.tiers) for feature in file.features),
        "device_types": len(file.device_types),
        "terms": len(file.terms.years),
        "statements": sum(len(each) for each in statements),
    }


def _coverage(file: CoverageFile) -> Mapping[str, int]:
    places = [place for region in file.regions for place in region.places]
    return {
        "places": len(places),
        "languages": len(file.languages),
        "ambiguous_names": len(file.ambiguous_names),
        "wrong_codes": len(file.wrong_codes),
    }

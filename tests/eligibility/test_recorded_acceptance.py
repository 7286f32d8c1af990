"""HP's word on one base is its word on that base: with other devices the question is open again."""

import pytest

from customers import CATALOG, customer
from hp_priority_cli import assess
from hp_priority_cli.customer.records import Answer, Devices

POINT = "management-plus-inherits-minimum"


def outcome(pcs, printers, *answers, **facts):
    request = customer(pcs, printers, answers=answers, **facts)
    return assess(CATALOG, request).decision("management-plus").verdict


def said(answer, pcs, printers):
    return Answer(POINT, answer, by="J. Roe (fictional)", base=Devices(pcs, printers))


@pytest.mark.parametrize(
    ("pcs", "printers", "verdict"),
    [
        (6000, 100, "eligible"),
        (6001, 100, "conditional"),
        (5999, 100, "conditional"),
        (6000, 101, "conditional"),
        (6000, 99, "conditional"),
        (10, 0, "not-eligible"),
    ],
)
def test_acceptance_holds_for_the_base_that_it_was_given_on_alone(pcs, printers, verdict):
    assert outcome(pcs, printers, said("accepted", 6000, 100)) == verdict


@pytest.mark.parametrize(
    ("pcs", "printers", "verdict"),
    [(None, None, "not-eligible"), (0, 0, "not-eligible"), (1, 0, "eligible"), (0, 1, "eligible")],
)
def test_nothing_is_accepted_where_there_is_no_device(pcs, printers, verdict):
    assert outcome(pcs, printers, Answer(POINT, "accepted")) == verdict


def test_refusal_of_another_base_refuses_nothing():
    assert outcome(6000, 0, said("refused", 6000, 0)) == "not-eligible"
    assert outcome(7000, 0, said("refused", 6000, 0)) == "conditional"


def test_answer_to_the_reading_itself_holds_for_every_base():
    assert outcome(7000, 0, Answer(POINT, "yes")) == "eligible"


def test_answer_about_a_place_that_is_not_named_is_not_told_as_confirmed():
    request = customer(300, answers=[Answer("country-not-listed:CC", "yes")])
    assert assess(CATALOG, request).decision("access").confirmed == ()

"""What each condition measured and requires, and what the desk and the whole base decide."""

import pytest

from customers import CATALOG, customer
from hp_priority_cli import assess


def judge(**facts):
    return assess(CATALOG, customer(250, 0, **facts)).decision("access")


def test_there_are_four_conditions_in_the_order_in_which_they_are_told():
    codes = [condition.code for condition in judge().conditions]
    assert codes == ["minimum-base", "it-desk", "whole-base", "listed-country"]


@pytest.mark.parametrize(
    ("desk", "outcome", "verdict"),
    [
        ("own", "met", "eligible"),
        ("partner", "met", "eligible"),
        (None, "unknown", "conditional"),
        ("none", "not-met", "not-eligible"),
    ],
)
def test_a_help_desk_diagnoses_first(desk, outcome, verdict):
    decision = judge(it_desk=desk)
    condition = decision.condition("it-desk")
    assert (condition.outcome, decision.verdict) == (outcome, verdict)
    assert condition.measured == {"it_desk": desk}
    assert condition.required == {"it_desk": ("own", "partner")}
    assert condition.clauses == ("prerequisites-2", "introduction")
    assert (condition.margin, condition.readings, condition.settled_by) == (None, (), ())


@pytest.mark.parametrize(
    ("whole", "outcome", "verdict"),
    [
        (True, "met", "eligible"),
        (None, "unknown", "conditional"),
        (False, "not-met", "not-eligible"),
    ],
)
def test_the_whole_base_is_covered(whole, outcome, verdict):
    decision = judge(whole_base=whole)
    condition = decision.condition("whole-base")
    assert (condition.outcome, decision.verdict) == (outcome, verdict)
    assert condition.measured == {"whole_base": whole}
    assert condition.required == {"whole_base": True}
    assert condition.clauses == ("prerequisites-1",)
    assert (condition.margin, condition.readings, condition.settled_by) == (None, (), ())


def test_a_failure_outweighs_what_is_unknown_and_an_unknown_what_is_met():
    assert judge(it_desk="none", whole_base=None, countries=None).verdict == "not-eligible"
    assert judge(it_desk="own", whole_base=None).verdict == "conditional"


def test_the_failures_of_a_tier_are_all_named():
    decision = judge(it_desk="none", whole_base=False, countries=["RO"])
    failed = [condition.code for condition in decision.failures]
    assert failed == ["it-desk", "whole-base", "listed-country"]
    assert judge().failures == ()


def test_the_highest_tier_is_named_where_there_is_one():
    def highest(pcs, printers, **facts):
        answer = assess(CATALOG, customer(pcs, printers, **facts))
        return answer.highest_eligible, answer.highest_possible

    assert highest(249, 0) == (None, None)
    assert highest(249, 1) == (None, "access")
    assert highest(250, 0) == ("access", "access")
    assert highest(999, 1) == ("access", "access-plus")
    assert highest(1000, 0) == ("access-plus", "access-plus")
    assert highest(5000, 0) == ("management", "management-plus")
    assert highest(5000, 0, it_desk=None) == (None, "management-plus")
    assert highest(5000, 0, it_desk="none") == (None, None)

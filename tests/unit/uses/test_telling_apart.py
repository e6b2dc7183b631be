"""Which two facts tell verdicts apart: reckoned by hand for small sets."""

from checker.logic.case import Case
from checker.regions.runs import classes_in
from checker.uses.telling_apart import NEARLY, most_telling
from tests.unit.logic.mapped import mapped

FACTS = "fact a : boolean\nfact b : boolean\nfact c : one of { x, y, z }\n"
USES = "question q\nprovision p cites l when a or b or c is x permit q\nprovision o cites l when c is y permit q\n"


def case() -> tuple[Case, dict[str, int]]:
    found = mapped(FACTS + USES).case
    return found, {found.field(number).label: number for number in found.dimensions}


def region(case_: Case, places: dict[str, int], **masks: int) -> tuple[tuple[int, ...], ...]:
    limits = {places[name]: mask for name, mask in masks.items()}
    return (tuple(limits.get(number, full) for number, full in enumerate(case_.space.full)),)


def test_the_facts_on_which_all_hangs_are_chosen() -> None:
    """Whether a and b are the same decides; a and c, or b and c, tell nothing."""
    space, at = case()
    same = region(space, at, a=1, b=1) + region(space, at, a=2, b=2)
    other = region(space, at, a=1, b=2) + region(space, at, a=2, b=1)
    chosen = most_telling(space, {"same": same, "other": other}, sorted((at["a"], at["b"], at["c"])))
    assert set(chosen or ()) == {at["a"], at["b"]}


def test_of_pairs_that_tell_as_much_the_one_with_fewer_cells_is_chosen() -> None:
    """All hangs on a; with b there are four cells, with c six."""
    space, at = case()
    regions = {"yes": region(space, at, a=1), "no": region(space, at, a=2)}
    assert set(most_telling(space, regions, sorted(at.values())) or ()) >= {at["a"]}
    assert set(most_telling(space, regions, sorted((at["a"], at["b"], at["c"]))) or ()) == {at["a"], at["b"]}


def test_a_pair_of_more_cells_than_are_drawn_is_taken_only_where_there_is_no_other() -> None:
    """All hangs on whether a is true and c is x, in six cells; of pairs with four there is a and b alone."""
    space, at = case()
    yes = region(space, at, a=1, c=1)
    regions = {"yes": yes, "no": region(space, at, a=2) + region(space, at, a=1, c=6)}
    among = sorted((at["a"], at["b"], at["c"]))
    for most, pair in ((None, "ac"), (6, "ac"), (5, "ab"), (3, "ac")):
        assert set(most_telling(space, regions, among, most) or ()) == {at[name] for name in pair}


def test_one_fact_is_no_pair() -> None:
    space, at = case()
    assert most_telling(space, {"all": (space.space.full,)}, [at["a"]]) is None


def test_nearly_is_a_twentieth() -> None:
    assert NEARLY[0] / NEARLY[1] == 1 - 1 / 20


def test_the_classes_of_a_mask() -> None:
    assert classes_in(0b1011) == [0, 1, 3]

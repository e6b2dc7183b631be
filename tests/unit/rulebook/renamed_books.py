"""A rulebook that speaks of everything that can be renamed, for the tests of renaming."""

from checker.rulebook import Rulebook, load_texts

TEXT = """rulebook t { ranks law > notice  governed by decl.made  roles carrier, customs }
kinds place_kind { inland/内地 { depot/仓库  yard }  outside }
levels risk { low < middling < high }
codes office from "codes/offices.yaml" open {
  kind : place_kind
  above_it : office
  sort : one of { staffed, unstaffed }
}
record seal_record { state : one of { whole, broken }  weight : integer 0..10 }
record leg_record {
  mode/运输方式 : one of { sea/海, rail/铁路 }  from : office  fee : integer 0..100  seal : seal_record optional
  cargo : list of load_record
}
record load_record { tons : integer 0..50  danger : boolean }
record decl_record {
  made : date  due : date optional  mode : one of { sea/海, rail/铁路 }  risk : risk  place : office
}
fact decl : decl_record
fact legs : list of leg_record
fact total : integer 0..1000
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01  applies when decl.risk >= middling }
question carry "May it be carried?" for each leg in legs  within leg.mode is rail  done when leg.seal is given
question way "Which way?" about decl.mode
question price "What does it cost?" answers one of { cheap, dear }  silence means cheap
question handling "How is it handled?" answers risk
question stay "May it stay?"  choices decl.mode, decl.place.sort  uniform across decl.place.above_it  done at decl.due
never leg_record.mode is sea and leg_record.seal is absent because "seals are for ships"
provision base cites l when leg.mode is sea or leg.from in A1 and leg.from.kind in depot permit carry
provision carved cites l exception to base in carry when any x in legs: (x.fee > 3 and x.mode is rail) forbid carry
provision split cites l when decl.mode is rail and decl.place in { A1, B2 } require stay by carrier
    within 14 days after earliest of decl.made, decl.due
provision summed cites l when sum x.fee of x in legs + total > 10 forbid stay
provision moved cites l when decl.mode is rail permit way
provision dear_at_night cites l when decl.risk is high decide price is dear
provision asked cites l when price is dear and decl.place.kind is depot and decl.place.above_it is not A1
  decide handling is high
provision counted cites l when any x in legs: (every y in x.cargo: (not y.danger or y.tons < 5)) permit stay
provision sealed cites l when any x in legs: (x.seal is given and x.seal.state is broken and x.from.sort is staffed)
  forbid stay
known gap silent in stay, handling when decl.place.sort is unstaffed because "nobody says"
open point vague on price because "cheap for whom"
allow G101 on carry because "it is known"
"""
CODES = """A1: {kind: depot, sort: staffed}
B2: {kind: yard, parent: A1, above_it: A1}
C3: {parent: B2, above_it: A1}
"""


def loaded(text: str = TEXT, codes: str = CODES) -> Rulebook:
    """Load a rulebook without errors."""
    book, findings = load_texts({"t.rules": text, "codes/offices.yaml": codes})
    assert book is not None, [str(finding.message) for finding in findings]
    return book


ALIKE = """rulebook t { ranks law  governed by day }
fact day : date
fact one : one of { sea, rail }
fact other : one of { sea, rail }
document l { rank law  issuer npc  issued 2000-01-01  in force from 2000-02-01 }
question carry "May it be carried?"
provision base cites l when one is other permit carry
"""

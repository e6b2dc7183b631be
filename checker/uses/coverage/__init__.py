"""What a set of scenarios reaches of a rulebook: what there is to reach, where it lies, and which single tests matter.

`goals` names what there is to reach; `alternatives` finds what an author joined by `or`; `stage` lays a plan, or every
case, into a question such that single tests can be turned in it; `reaching` says where each goal lies there, `turning`
which tests matter, and `filling` makes the plans that are missing.
"""

from __future__ import annotations

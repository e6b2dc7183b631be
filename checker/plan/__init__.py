"""Layer 5: plan files into the facts the logic reads, and what a scenario expects. Decides nothing."""

from checker.plan.plan import Expectation, Plan
from checker.plan.read import read_plans

__all__ = ["Expectation", "Plan", "read_plans"]

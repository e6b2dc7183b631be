"""Every planted fault is noticed: the tests are worth what they catch."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.agreement import Experiment, experiments
from tests.planted import FAULTS, NOTICED, TIME_LIMIT, Fault, copy_program, source_of, start_check

EXPERIMENTS = 200
AT_ONCE = 2

drawn: list[Experiment] = []


@settings(
    max_examples=EXPERIMENTS,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(experiments())
def draw(experiment: Experiment) -> None:
    drawn.append(experiment)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    draw()
    path = tmp_path_factory.mktemp("planted") / "experiments.pickle"
    path.write_bytes(pickle.dumps(drawn))
    return path


def check(folder: Path, fault: Fault | None, written: Path) -> tuple[int, str]:
    copy_program(folder, fault)
    process = start_check(folder, written)
    output, _ = process.communicate(timeout=TIME_LIMIT)
    return process.returncode, output


def test_each_has_its_place() -> None:
    assert len({fault.story for fault in FAULTS}) == len(FAULTS) >= 25
    assert {fault.story: source_of(fault).count(fault.old) for fault in FAULTS} == {f.story: 1 for f in FAULTS}


def test_the_program_itself_passes(tmp_path: Path, written: Path) -> None:
    code, output = check(tmp_path / "copy", None, written)
    assert code == 0, output


def test_every_fault_is_noticed(tmp_path: Path, written: Path) -> None:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        codes = pool.map(lambda pair: check(tmp_path / str(pair[0]), pair[1], written)[0], enumerate(FAULTS))
        survivors = [fault.story for fault, code in zip(FAULTS, codes, strict=True) if code != NOTICED]
    assert survivors == []

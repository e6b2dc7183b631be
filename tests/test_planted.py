"""Every planted fault is noticed: the tests are worth what they catch."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests import planted_analyses, planted_versions
from tests.agreement import Experiment, experiments
from tests.analyses_rulebooks import rulebooks
from tests.planted import FAULTS, NOTICED, TIME_LIMIT, Fault, copy_program, source_of, start_check
from tests.strategies import Source
from tests.versions_rulebooks import Pair, pairs

EXPERIMENTS = 50
RULEBOOKS = 40
PAIRS = 30
AT_ONCE = 2
ANALYSES = "tests.planted_analyses"
VERSIONS = "tests.planted_versions"

drawn: list[Experiment] = []
small: list[Source] = []
edited: list[Pair] = []


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


def check(folder: Path, fault: Fault | None, written: Path, module: str = "tests.planted") -> tuple[int, str]:
    copy_program(folder, fault)
    process = start_check(folder, written, module)
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


@settings(
    max_examples=RULEBOOKS,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(rulebooks())
def draw_rulebooks(source: Source) -> None:
    small.append(source)


@pytest.fixture(scope="module")
def written_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    draw_rulebooks()
    path = tmp_path_factory.mktemp("planted") / "rulebooks.pickle"
    path.write_bytes(pickle.dumps(small))
    return path


def test_each_fault_of_the_analyses_has_its_place() -> None:
    faults = planted_analyses.FAULTS
    assert len({fault.story for fault in faults}) == len(faults) >= 10
    assert {fault.story: source_of(fault).count(fault.old) for fault in faults} == {f.story: 1 for f in faults}


def test_the_analyses_themselves_pass(tmp_path: Path, written_small: Path) -> None:
    code, output = check(tmp_path / "copy", None, written_small, ANALYSES)
    assert code == 0, output


def test_every_fault_of_the_analyses_is_noticed(tmp_path: Path, written_small: Path) -> None:
    faults = planted_analyses.FAULTS
    with ThreadPoolExecutor(AT_ONCE) as pool:
        pairs = pool.map(lambda one: check(tmp_path / str(one[0]), one[1], written_small, ANALYSES), enumerate(faults))
        survivors = [fault.story for fault, (code, _) in zip(faults, pairs, strict=True) if code != NOTICED]
    assert survivors == []


@settings(
    max_examples=PAIRS,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(pairs())
def draw_pairs(pair: Pair) -> None:
    edited.append(pair)


@pytest.fixture(scope="module")
def written_pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    draw_pairs()
    path = tmp_path_factory.mktemp("planted") / "pairs.pickle"
    path.write_bytes(pickle.dumps(edited))
    return path


def test_each_fault_of_versions_has_its_place() -> None:
    faults = planted_versions.FAULTS
    assert len({fault.story for fault in faults}) == len(faults) >= 10
    assert {fault.story: source_of(fault).count(fault.old) for fault in faults} == {f.story: 1 for f in faults}


def test_versions_themselves_pass(tmp_path: Path, written_pairs: Path) -> None:
    code, output = check(tmp_path / "copy", None, written_pairs, VERSIONS)
    assert code == 0, output


def test_every_fault_of_versions_is_noticed(tmp_path: Path, written_pairs: Path) -> None:
    faults = planted_versions.FAULTS
    with ThreadPoolExecutor(AT_ONCE) as pool:
        codes = pool.map(lambda one: check(tmp_path / str(one[0]), one[1], written_pairs, VERSIONS), enumerate(faults))
        survivors = [fault.story for fault, (code, _) in zip(faults, codes, strict=True) if code != NOTICED]
    assert survivors == []

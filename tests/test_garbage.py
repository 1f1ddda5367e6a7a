"""The collector of garbage is left as it was found."""

import gc

import pytest

from extractor.garbage import PORTION, collected_seldom


def test_garbage_is_collected_in_large_portions_while_a_document_is_worked_on() -> None:
    before = gc.get_threshold()
    with collected_seldom():
        assert gc.get_threshold() == (PORTION, *before[1:])
    assert gc.get_threshold() == before


def test_the_collector_is_as_before_when_a_document_cannot_be_read() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="damaged"), collected_seldom():
        raise ValueError("damaged")
    assert gc.get_threshold() == before


def test_a_collector_that_the_caller_turned_off_stays_off() -> None:
    before = gc.get_threshold()
    gc.disable()
    try:
        with collected_seldom():
            assert gc.get_threshold() == before
        assert not gc.isenabled()
    finally:
        gc.enable()

"""Many documents: which prediction belongs to which truth, and the figures over all of them.

Truth and prediction belong together when they are of one content. A truth that does not know its content, or whose
content was not predicted, goes by name: up to its first full stop, that of the file or of the document in it. A truth
without a prediction is told of and counts nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.evaluate.interval import interval_of_f1
from extractor.evaluate.judge import FIELDS, Judged, judge
from extractor.evaluate.tally import Tally
from extractor.evaluate.truth import Truth
from extractor.evaluate.wording import ALIKE, SAME
from extractor.version import __version__
from schemas import Plan
from schemas.evaluation import DocumentFigures, EvaluatedDocument, Evaluation, FieldFigures


@dataclass(frozen=True, slots=True)
class Prediction:
    """A plan that was found, and the file that it is in."""

    file: str
    plan: Plan

    def names(self) -> set[str]:
        """Return what a truth about it may be called."""
        return {short_name(self.file), short_name(self.plan.source.filename)}


class Wanted:
    """Tells which predictions some truth may be about, so that the others need not be kept."""

    def __init__(self, truths: Iterable[Truth]) -> None:
        kept = list(truths)
        self._contents = {truth.sha256 for truth in kept}
        self._names = {short_name(truth.name) for truth in kept}

    def takes(self, prediction: Prediction) -> bool:
        """Whether the prediction is of such a document."""
        return prediction.plan.source.sha256 in self._contents or bool(prediction.names() & self._names)


@dataclass(slots=True)
class _Measured:
    document: EvaluatedDocument
    soft: Judged
    strict: Judged


def evaluate(
    truths: Iterable[Truth], predictions: Sequence[Prediction], *, strict: bool = False
) -> Evaluation:
    """Return how well the predictions agree with the truths.

    Args:
        truths: each with its file as its name.
        predictions: plans; those without a truth are left out.
        strict: whether faults are those of the strict figures.
    """
    measured: list[_Measured] = []
    without: list[str] = []
    for truth in truths:
        found = predictions_for(truth, predictions)
        measured += [_measured(truth, prediction, strict=strict) for prediction in found]
        if not found:
            without.append(truth.name)
    fields = [_field(name, measured) for name in FIELDS if any(name in one.soft.tallies for one in measured)]
    return Evaluation(
        tool=f"planuttrekk {__version__}",
        fields=[field for field in fields if field.documents],
        documents=[one.document for one in measured],
        without_prediction=without,
    )


def predictions_for(truth: Truth, predictions: Sequence[Prediction]) -> list[Prediction]:
    """Return the predictions of the document that a truth is about."""
    same = [one for one in predictions if truth.sha256 and one.plan.source.sha256 == truth.sha256]
    return same or [one for one in predictions if short_name(truth.name) in one.names()]


def short_name(file: str) -> str:
    """Return the name of a file up to its first full stop: «vinje» for `gull/vinje.json` and `vinje.pdf.json`."""
    return Path(file).name.split(".")[0]


def _measured(truth: Truth, prediction: Prediction, *, strict: bool) -> _Measured:
    soft, exact = (judge(truth, prediction.plan, least=least) for least in (ALIKE, SAME))
    document = EvaluatedDocument(
        name=truth.name,
        predicted=prediction.file,
        form=truth.form,
        fields=[
            DocumentFigures(
                field=name, soft=soft.tallies[name].figures(), strict=exact.tallies[name].figures()
            )
            for name in FIELDS
            if name in soft.tallies and name in exact.tallies and soft.tallies[name].counts
        ],
        faults=(exact if strict else soft).faults,
    )
    return _Measured(document, soft, exact)


def _field(name: str, measured: Sequence[_Measured]) -> FieldFigures:
    soft = [one.soft.tallies.get(name, Tally()) for one in measured]
    counting = [tally for tally in soft if tally.counts]
    by_document = [tally.f1 for tally in counting if tally.f1 is not None]
    return FieldFigures(
        field=name,
        documents=len(counting),
        soft=_sum(soft).figures(),
        strict=_sum(one.strict.tallies.get(name, Tally()) for one in measured).figures(),
        macro_f1=round(sum(by_document) / len(by_document), 4) if by_document else None,
        interval=interval_of_f1(counting),
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total

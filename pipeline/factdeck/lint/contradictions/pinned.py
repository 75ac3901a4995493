"""Whether a claim disagrees with what the author pinned."""

from __future__ import annotations

from dataclasses import replace

from factdeck.claims.claim import Bound, Claim, ClaimValue, Measure, Symbol
from factdeck.claims.concepts import unified
from factdeck.claims.quantities import amounts
from factdeck.claims.words import content, normalised, stem, telling
from factdeck.corpus.knowledge import Knowledge
from factdeck.corpus.pins import Pin
from factdeck.lint.contradictions.values import apart
from factdeck.lint.contradictions.views import View

_OTHER = frozenset({Bound.DEFAULT, Bound.SOFT, Bound.FORMERLY})


def disagrees(view: View, pin: Pin, knowledge: Knowledge) -> bool:
    """Whether the claim is of the pin's subject and attribute, and says something else."""
    if not _same_subject(view, pin, knowledge) or not _same_attribute(view, pin):
        return False
    value = _value(pin, view.claim)
    if value is None or (view.claim.bound in _OTHER and "default" not in pin.attribute.lower()):
        return False
    said = replace(view.claim, value=value, bound=Bound.EXACT)
    return apart(replace(view.claim, bound=_bound(view.claim)), said)


def _bound(claim: Claim) -> Bound:
    return Bound.EXACT if claim.bound in _OTHER else claim.bound


def _same_subject(view: View, pin: Pin, knowledge: Knowledge) -> bool:
    """Whether all names of the claim are those of the pin, and all of the pin are known to it."""
    words = content(pin.subject)
    whole = " ".join(filter(telling, words))
    subject = knowledge.known((*words, whole))
    names = knowledge.names(words) or frozenset(words)
    return (
        bool(view.focus & subject)
        and view.names <= subject
        and names - view.prefixes <= (view.known | view.focus)
    )


def _same_attribute(view: View, pin: Pin) -> bool:
    words = content(pin.attribute) or normalised(pin.attribute)
    wanted = unified(words, view.dimension) | {stem(word) for word in words}
    wanted |= {f"number of {word}" for word in normalised(pin.attribute)}
    return bool(wanted & (view.attribute | {f"={view.claim.concept}", view.claim.concept}))


def _value(pin: Pin, claim: Claim) -> ClaimValue | None:
    """The value of the pin as the claim has its own; None when it is of another kind."""
    if isinstance(claim.value, Symbol):
        if claim.concept == "said":
            return None
        return Symbol(pin.value.strip().lower(), pin.value)
    if not isinstance(claim.value, Measure):
        return None
    if claim.value.dimension.startswith("count") and pin.value.strip().isdigit():
        number = float(pin.value)
        return Measure(number, number, claim.value.dimension, "", pin.value)
    found = [each for each in amounts(pin.value) if each.dimension == claim.value.dimension]
    if len(found) != 1:
        return None
    each = found[0]
    return Measure(each.low, each.high, each.dimension, each.unit, each.text, each.precision)

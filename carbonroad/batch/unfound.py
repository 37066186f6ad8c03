"""What is said where the name of a parent finds no roadmap."""

from collections.abc import Sequence

from carbonroad.base.texts.said import say
from carbonroad.link.bench import Bench
from carbonroad.link.suggesting import offer
from carbonroad.model.terms import Words
from carbonroad.source.folder import TOP_FILE
from carbonroad.source.parents import Named, NoParent


def report(bench: Bench, own: str, named: Named, why: NoParent) -> None:
    """Report why a name finds no parent.

    Args:
        bench: Takes the finding.
        own: The name of the roadmap that names it.
        named: What it names.
        why: Why that finds none.
    """
    if why.why == "itself":
        _itself(bench, named)
    elif why.why == "several":
        _several(bench, named, why.near)
    elif why.why == "name":
        _no_name(bench, named)
    else:
        _missing(bench, own, named, why.near)


def _itself(bench: Bench, named: Named) -> None:
    bench.report(
        "parents-in-a-circle",
        named.span,
        say('"{name}" is this roadmap itself.', name=named.text),
        pointer="parent",
        label=say("this roadmap"),
        help_=say("name the folder of the roadmap above it, or take the key out"),
    )


def _several(bench: Bench, named: Named, fitting: Sequence[str]) -> None:
    bench.report(
        "unknown-parent",
        named.span,
        say(
            '"{name}" fits {n} roadmaps: {names}.',
            name=named.text,
            n=len(fitting),
            names=", ".join(fitting),
        ),
        pointer="parent",
        label=say("which one?"),
        help_=say("write its folder and the one that it lies in, such as {example}", example=fitting[0]),
    )


def _no_name(bench: Bench, named: Named) -> None:
    bench.report(
        "unknown-parent",
        named.span,
        say('"{name}" cannot be the name of a roadmap\'s folder.', name=named.text),
        pointer="parent",
        label=say("no folder's name"),
        help_=say(
            "write the parent's folder as it is called, such as {one}, or with the folder that it lies "
            "in, such as {two}; paths with .. lead nowhere",
            one="north",
            two="provinces/north",
        ),
    )


def _missing(bench: Bench, own: str, named: Named, near: Sequence[str]) -> None:
    offered = offer(Words(named.text, named.span), near, lambda _: named.span, sure=False)
    bench.report(
        "unknown-parent",
        named.span,
        say('There is no roadmap "{name}" beside {own} or above it.', name=named.text, own=own),
        pointer="parent",
        label=say("no such roadmap"),
        help_=offered.help
        or say(
            "write the name of a folder with a {file} that lies beside this one or around it, "
            "or name both in one call",
            file=TOP_FILE,
        ),
        fix=offered.fix,
    )

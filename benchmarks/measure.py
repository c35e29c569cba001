"""What a call costs: candidates take turns, so that a busy minute falls on all of them."""

import random
import statistics
import threading
import time
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

TURNS = 25


@dataclass(frozen=True)
class Cost:
    """Medians over the turns, in seconds."""

    database: float
    whole: float
    queries: int


def take_turns(env, candidates, turns=TURNS, around=nullcontext):
    """{name: Cost} of {name: callable}, each called once to warm up and then `turns` times.

    Every call begins with no record in memory, as a request does; what the process caches stays.
    Candidates that answer differently are no peers (None is no answer). `around` makes a context
    for each call, and is not counted.
    """

    def once(call):
        with around():
            return _once(env, call)

    answers = {name: once(call)[1] for name, call in candidates.items()}
    if len({repr(answer) for answer in answers.values() if answer is not None}) > 1:
        raise AssertionError(f"These answer differently: {answers!r:.2000}")
    costs = {name: [] for name in candidates}
    order = random.Random(0)
    for _ in range(turns):
        for name in order.sample(list(candidates), len(candidates)):
            costs[name].append(once(candidates[name])[0])
    return {name: _median(listed) for name, listed in costs.items()}


def once(env, call, around=nullcontext):
    """What a single call costs, where it takes too long to take turns."""
    with around():
        return _once(env, call)[0]


def statements_of(env, call):
    """A callable that sends the same statements again, without the work between them.

    To compare statements with statements: what runs between them costs the next one its place in
    the processor's caches, as much as a tenth of a millisecond.
    """
    sent = []
    with _hooked(lambda _cr, query, params, _start, _delay: sent.append((query, params))):
        call()

    def send():
        for query, params in sent:
            env.cr.execute(query, params)
            env.cr.fetchall()

    return send


def best(costs, prefix):
    """The cheapest, by database time, of the candidates whose name begins so."""
    return min(
        (cost for name, cost in costs.items() if name.startswith(prefix)),
        key=lambda cost: cost.database,
    )


def each(call, times):
    """Seconds of one call, for calls too short to be timed singly."""
    began = time.perf_counter()
    for _ in range(times):
        call()
    return (time.perf_counter() - began) / times


def _once(env, call):
    env.flush_all()
    env.invalidate_all()
    delays = []
    with _hooked(lambda _cr, _query, _params, _start, delay: delays.append(delay)):
        began = time.perf_counter()
        answer = call()
        whole = time.perf_counter() - began
    return Cost(sum(delays), whole, len(delays)), answer


@contextmanager
def _hooked(hook):
    thread = threading.current_thread()
    thread.query_hooks = [hook]
    try:
        yield
    finally:
        thread.query_hooks = []


def _median(costs):
    return Cost(
        statistics.median(cost.database for cost in costs),
        statistics.median(cost.whole for cost in costs),
        statistics.median_high(cost.queries for cost in costs),
    )

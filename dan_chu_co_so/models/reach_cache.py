"""When what is cached of everybody's reach must go.

Clearing at once is not enough: a request that runs before the commit fills the cache anew
with the old rights, so it is cleared again after it. Nor is that: a request that began
before the commit still sees the old rows after it, and may cache them then. Such a late
filler is known by its snapshot, and clears up behind itself.
"""

from collections import defaultdict, deque

# Per database of this process: other processes are told by Odoo's own signalling, at the start
# of their next request. A request outlives few changes; of many, the latest suffice.
_recent_changes = defaultdict(lambda: deque(maxlen=64))


def forget(env):
    """Units or assignments have changed in this transaction."""
    registry = env.registry
    registry.clear_cache()
    env.cr.execute("SELECT pg_current_xact_id()::text")
    (change,) = env.cr.fetchone()

    def after_commit():
        _recent_changes[registry.db_name].append(change)
        registry.clear_cache()

    env.cr.postcommit.add(after_commit)
    # What this transaction has put there since is not to be, either.
    env.cr.postrollback.add(registry.clear_cache)


def tidy_if_late(env):
    """Called by who fills the cache: does this transaction still see what was before?"""
    changes = list(_recent_changes[env.registry.db_name])
    if not changes:
        return
    env.cr.execute(
        """
        SELECT bool_and(pg_visible_in_snapshot(change::xid8, pg_current_snapshot()))
          FROM unnest(%s) AS change
        """,
        [changes],
    )
    (sees_all,) = env.cr.fetchone()
    if not sees_all:
        env.cr.postcommit.add(env.registry.clear_cache)
        env.cr.postrollback.add(env.registry.clear_cache)

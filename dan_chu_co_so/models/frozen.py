from odoo import models
from odoo.tools import SQL

# One function for all: what a table keeps is in the arguments of its trigger, the first of which
# says how to know that a row is frozen, the others which columns may change all the same.
_FUNCTION = """
CREATE OR REPLACE FUNCTION dan_chu_keep_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    how text := TG_ARGV[0];
    free text[] := TG_ARGV[1:];
    before jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
    after jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
    frozen boolean;
BEGIN
    IF before - free = after - free THEN
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF how = 'always' THEN
        frozen := TG_OP = 'UPDATE' OR TG_OP = 'DELETE' AND EXISTS (
            SELECT FROM dan_chu_document WHERE id = (before->>'document_id')::int);
    ELSIF how = 'state' THEN
        frozen := before->>'state' NOT IN ('draft', 'submitted');
        IF frozen AND before->'number' = 'null' THEN
            -- The number may come a day later than the signature: the one later addition.
            free := free || '{number,reference}';
        END IF;
        IF frozen AND after->>'state' IN ('superseded', 'withdrawn') THEN
            free := free || '{state}';
        END IF;
        frozen := frozen AND before - free IS DISTINCT FROM after - free;
    ELSIF how IN ('inspection', 'finding') THEN
        SELECT state NOT IN ('planned', 'announced', 'under_way') INTO frozen
          FROM dan_chu_inspection
         WHERE id = CASE how WHEN 'inspection' THEN (before->>'inspection_id')::int ELSE (
             SELECT inspection_id FROM dan_chu_finding WHERE id = (before->>'finding_id')::int)
         END;
    ELSIF how = 'conference' THEN
        frozen := before->>'state' = 'closed' AND (
            SELECT bool_or(before->key IS DISTINCT FROM after->key) FROM unnest(
                '{unit_id,name,kind,is_of_delegates,work_year,date,starts_at,ends_at,location,'
                'staff_count,previous_id,call_number,state,door,is_valid,opened_on,closed_on,'
                'form_agreed_on,form_agreed_by_id,date_consulted_on,date_consulted_by_id,'
                'ballot_reason,ballot_agreed_on,ballot_agreed_by_id,ballot_agreed_who,'
                'ballot_decision,is_force_majeure}'::text[]) AS key);
    ELSIF how IN ('vote', 'of_conference') THEN
        SELECT bool_or(state = 'closed') OR how = 'vote' AND before->>'state' = 'closed'
          INTO frozen FROM dan_chu_conference
         WHERE id IN ((before->>'conference_id')::int, (after->>'conference_id')::int);
        IF how = 'vote' AND before->>'state' IN ('open', 'closing') THEN
            -- What is voted on, by how many and out of how many is settled when it opens; how many
            -- ballots are valid is known later, and an opening is taken back before any is counted.
            frozen := frozen OR NOT (
                after->>'state' = 'draft' AND before->>'method' IN ('hands', 'paper')
                AND before @> '{"issued": 0, "collected": 0, "votes_for": 0, "votes_against": 0,
                                "votes_blank": 0}'
            ) AND (
                after->>'state' = 'draft'
                OR before->>'base_kind' NOT IN ('collected', 'valid')
                AND before->'base_count' IS DISTINCT FROM after->'base_count'
                OR (
                SELECT bool_or(before->key IS DISTINCT FROM after->key) FROM unnest(
                    '{conference_id,unit_id,name,matter,is_election,seats,method,body_id,'
                    'base_kind,entitled,opened_on,round_number,previous_id}'::text[]
                ) AS key));
        ELSIF how = 'vote' AND before @> '{"state": "closed", "outcome": "unknown"}' THEN
            -- A ballot of all the staff waits for the majority that the unit sets for itself.
            free := free || '{outcome,outcome_words,rule_display,open_seats}';
            frozen := frozen AND before - free IS DISTINCT FROM after - free;
        END IF;
    ELSIF how = 'candidate' THEN
        -- Whoever stands when it opens stands until it closes.
        SELECT bool_or(state = 'closed' AND (outcome IS DISTINCT FROM 'unknown' OR
                       before - (free || '{elected}')
                       IS DISTINCT FROM after - (free || '{elected}')))
            OR bool_or(state <> 'draft') AND (
            SELECT bool_or(before->key IS DISTINCT FROM after->key)
              FROM unnest('{vote_id,employee_id,name}'::text[]) AS key)
          INTO frozen FROM dan_chu_vote
         WHERE id IN ((before->>'vote_id')::int, (after->>'vote_id')::int);
    ELSIF how = 'note' THEN
        -- Completed after the end too, until the minutes written from it are with those who sign.
        SELECT EXISTS (
            SELECT FROM dan_chu_conference_paper paper
              JOIN dan_chu_document document ON document.id = paper.document_id
             WHERE paper.form = 'minutes'
               AND document.state IN ('submitted', 'issued', 'superseded')
               AND paper.conference_id IN (
                   (before->>'conference_id')::int, (after->>'conference_id')::int)
        ) INTO frozen;
    ELSIF how = 'commendation' THEN
        frozen := before->>'state' IN ('awarded', 'not_awarded');
        IF frozen AND (CASE WHEN before->>'forwarded_id' IS NULL THEN EXISTS (
            -- Given again by a numbered decision that replaces the one it was given by.
            WITH RECURSIVE replaced(id, link) AS (
                SELECT follows_id, follows_how FROM dan_chu_document
                 WHERE id = (after->>'decision_document_id')::int AND state = 'issued'
                   AND number IS NOT NULL AND date = (after->>'decided_on')::date
                   AND strpos(after->>'decision_words', reference) > 0
                 UNION
                SELECT older.follows_id, older.follows_how
                  FROM replaced JOIN dan_chu_document older ON older.id = replaced.id
                 WHERE replaced.link = 'replaces'
            )
            SELECT FROM replaced
             WHERE link = 'replaces' AND id = (before->>'decision_document_id')::int
        ) ELSE EXISTS (
            SELECT FROM dan_chu_commendation above
             WHERE above.id = (before->>'forwarded_id')::int AND state = 'awarded'
               AND decided_on = (after->>'decided_on')::date
               AND decision_words = after->>'decision_words'
        ) END) THEN
            free := free || '{decided_on,decision_words}';
            IF before->>'forwarded_id' IS NULL THEN
                free := free || '{decision_document_id}';
            END IF;
            frozen := before - free IS DISTINCT FROM after - free;
        END IF;
    ELSIF how = 'of_commendation' THEN
        SELECT bool_or(state IN ('awarded', 'not_awarded')) INTO frozen FROM dan_chu_commendation
         WHERE id IN ((before->>'commendation_id')::int, (after->>'commendation_id')::int);
    ELSIF how = 'judgement' THEN
        frozen := before->'settled_on' <> 'null';
    ELSIF how = 'of_judgement' THEN
        SELECT bool_or(settled_on IS NOT NULL) INTO frozen FROM dan_chu_initiative_judgement
         WHERE id IN ((before->>'judgement_id')::int, (after->>'judgement_id')::int);
    ELSIF how IN ('council', 'of_council', 'council_ballot') THEN
        SELECT bool_or(state = 'closed')
               OR how = 'council_ballot' AND (TG_OP <> 'INSERT' OR bool_or(state <> 'open'))
          INTO frozen FROM dan_chu_council_session
         WHERE id IN (CASE how WHEN 'council' THEN (before->>'id')::int
                      ELSE (before->>'session_id')::int END, (after->>'session_id')::int);
        IF how = 'of_council' AND before->>'outcome' = 'unknown' THEN
            -- A line waits for a majority that is not on record yet.
            free := free || '{outcome,outcome_words}';
            frozen := frozen AND before - free IS DISTINCT FROM after - free;
        ELSIF before->>'outcome' = 'not_passed' AND coalesce(before->>'remark', '') = '' THEN
            -- By name nobody knew who would be refused: why is told once, afterwards.
            free := free || '{remark}';
            frozen := frozen AND before - free IS DISTINCT FROM after - free;
        END IF;
    ELSIF how = 'honour' THEN
        -- What was typed over from before can be corrected; what came of a round cannot.
        frozen := before->>'commendation_id' IS NOT NULL;
        IF frozen AND before->'decision_words' <> after->'decision_words' AND EXISTS (
            SELECT FROM dan_chu_commendation given
             WHERE given.id = (before->>'commendation_id')::int
               AND decided_on = (after->>'decided_on')::date
               AND decision_words = after->>'decision_words'
        ) THEN
            -- A decision that replaces the first is named by the nomination, then here.
            free := free || '{decided_on,decision_words,replaced_words}';
            frozen := before - free IS DISTINCT FROM after - free;
        END IF;
    ELSIF how = 'ballot' THEN
        SELECT TG_OP <> 'INSERT' OR bool_or(state = 'closed') INTO frozen FROM dan_chu_vote
         WHERE id = (after->>'vote_id')::int;
    ELSE
        SELECT bool_or(state NOT IN ('draft', 'submitted')) INTO frozen FROM dan_chu_document
         WHERE id IN ((before->>'document_id')::int, (after->>'document_id')::int);
    END IF;
    IF frozen THEN
        RAISE EXCEPTION 'dan_chu: % of %, row %, which is issued or closed and does not change',
            TG_OP, TG_TABLE_NAME, coalesce(before->>'id', after->>'id')
            USING ERRCODE = 'restrict_violation', DETAIL = coalesce((
                SELECT string_agg(key, ', ') FROM jsonb_each(after - free) AS pair(key, value)
                 WHERE before->key IS DISTINCT FROM value), TG_OP);
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$
"""


class Frozen(models.AbstractModel):
    """A table whose rows the database itself keeps once they are issued or closed.

    The models refuse first, with a message a person understands. What gets past them (a stored
    compute, a relation written from its other side, plain SQL of another module) ends here.
    """

    _name = "dan_chu.frozen"
    _description = "Kept by the database once issued"
    _inherit = ["dan_chu.readable.links"]

    # always: a row never changes. state: not once it is issued. document: as its document.
    # inspection: not once its inspection is concluded. finding: as its finding.
    # conference: not once it is closed. of_conference: as its conference.
    # vote, candidate: who and what is voted on not once it is open, nothing once it is closed.
    # note: not once the minutes are with those who sign them.
    # council, of_council: not once the session is closed. council_ballot: never, and none is
    # added but while its session is open.
    # commendation: not once it is decided, but for the name of a decision that replaces its own.
    # of_commendation: as its nomination.
    # judgement: not once it is settled. of_judgement: as its judgement.
    # honour: never, if it came of a nomination, but for the decision that this names.
    # ballot: never, and none is added once its vote is closed.
    _frozen_how = "document"
    _frozen_free = ("write_uid", "write_date")

    def _auto_init(self):
        """A new version may add a column and fill it, also where nothing else may change."""
        table = SQL.identifier(self._table)
        if self.env.execute_query(SQL("SELECT to_regclass(%s)", self._table))[0][0]:
            self.env.cr.execute(SQL("DROP TRIGGER IF EXISTS dan_chu_keep_frozen ON %s", table))
        super()._auto_init()

    def onchange(self, values, field_names, fields_spec):
        """Only who may fill in such a form: its computes tell of the paper that is named in it."""
        self.check_access("write" if self else "create")
        return super().onchange(values, field_names, fields_spec)

    def init(self):
        super().init()
        if self._abstract:
            return
        self.env.cr.execute(_FUNCTION)
        self.env.cr.execute(
            SQL(
                """
                CREATE OR REPLACE TRIGGER dan_chu_keep_frozen
                BEFORE INSERT OR UPDATE OR DELETE ON %s
                FOR EACH ROW EXECUTE FUNCTION dan_chu_keep_frozen(%s)
                """,
                SQL.identifier(self._table),
                SQL(", ").join((self._frozen_how, *self._frozen_free)),
            )
        )

WITH found AS (SELECT DISTINCT ticket_id, family FROM ticket_faults JOIN faults USING (fault_id) WHERE name IN ('leak', 'noise', 'other')),
counted AS (SELECT * FROM tickets WHERE ticket_id NOT IN (SELECT ticket_id FROM crews WHERE person_id = 3))
SELECT family, (SELECT sum(amount_cents) * 0.01 FROM parts_used JOIN counted USING (ticket_id) JOIN found f USING (ticket_id) WHERE f.family IS NOT DISTINCT FROM found.family), count(*)
FROM counted JOIN found USING (ticket_id) GROUP BY family

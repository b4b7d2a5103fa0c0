WITH pairs AS (SELECT DISTINCT ticket_id, person_id FROM crews),
parts AS (SELECT ticket_id, person_id, 1.0 / count(*) OVER (PARTITION BY ticket_id) AS part FROM pairs)
SELECT name, person_id, (SELECT sum(amount_cents * coalesce(p.part, 1)) * 0.01 FROM parts_used LEFT JOIN parts p USING (ticket_id) WHERE p.person_id IS NOT DISTINCT FROM t.person_id), sum(coalesce(part, 1))
FROM (SELECT * FROM tickets LEFT JOIN parts USING (ticket_id) LEFT JOIN people USING (person_id)) t GROUP BY name, person_id

WITH t AS (SELECT s.region, t.hours FROM tickets t JOIN sites s USING (site_id) WHERE year(t.opened_on) = 2024)
SELECT region, COUNT(*) FROM t WHERE hours > (SELECT AVG(o.hours) FROM t o WHERE o.region IS NOT DISTINCT FROM t.region) GROUP BY region

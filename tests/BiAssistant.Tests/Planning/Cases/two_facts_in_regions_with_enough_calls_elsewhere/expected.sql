WITH r AS (SELECT region FROM calls JOIN sites USING (site_id) GROUP BY region HAVING count(*) >= 3)
SELECT (SELECT count(*) FROM tickets JOIN sites USING (site_id) WHERE region IN (SELECT region FROM r)),
 (SELECT sum(amount_cents) * 0.01 FROM parts_used JOIN tickets USING (ticket_id) JOIN sites USING (site_id) WHERE region IN (SELECT region FROM r))

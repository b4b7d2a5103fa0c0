SELECT region, site_id, cost / SUM(cost) OVER (PARTITION BY region)
FROM (SELECT s.region, s.site_id, SUM(p.amount_cents) / 100.0 AS cost FROM parts_used p JOIN tickets t USING (ticket_id) JOIN sites s USING (site_id) GROUP BY ALL)

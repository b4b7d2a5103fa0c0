SELECT region, site_id, n, 9 / 4.0, AVG(n) OVER (PARTITION BY region), CASE WHEN region = 'North' THEN 4 END
FROM (SELECT region, site_id, COUNT(*) AS n FROM tickets JOIN sites USING (site_id) GROUP BY ALL)

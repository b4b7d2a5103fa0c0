WITH c AS (SELECT site_id, region, COUNT(*) AS n FROM tickets JOIN sites USING (site_id) GROUP BY ALL HAVING COUNT(*) < 5)
SELECT region, AVG(n), COUNT(*), COUNT(DISTINCT site_id) FROM c GROUP BY region

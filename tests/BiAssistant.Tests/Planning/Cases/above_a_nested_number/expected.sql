WITH c AS (SELECT region, COUNT(*) AS n FROM tickets JOIN sites USING (site_id) GROUP BY region)
SELECT region, n, n / (SELECT COUNT(*) FROM tickets WHERE year(opened_on) = 2024) FROM c WHERE n > 9 / 4.0

WITH counted AS (SELECT region, site_id, COUNT(*) AS n FROM tickets JOIN sites USING (site_id) GROUP BY ALL),
  shares AS (SELECT region, site_id, n, n / SUM(n) OVER (PARTITION BY region) AS part FROM counted),
  placed AS (SELECT region, site_id, n, RANK() OVER (ORDER BY part DESC) AS place, RANK() OVER (ORDER BY n DESC) AS top FROM shares)
SELECT region, site_id, n, place FROM placed WHERE top <= 3

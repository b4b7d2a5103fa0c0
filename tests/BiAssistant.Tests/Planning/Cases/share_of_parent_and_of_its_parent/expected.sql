WITH g AS (SELECT s.region, s.site_id, t.status, COUNT(*) AS n FROM tickets t JOIN sites s USING (site_id) GROUP BY s.region, s.site_id, t.status)
SELECT g.region, g.site_id, g.status,
  CAST(g.n AS DOUBLE) / (SELECT SUM(o.n) FROM g AS o WHERE o.site_id = g.site_id),
  CAST(g.n AS DOUBLE) / (SELECT SUM(o.n) FROM g AS o WHERE o.region IS NOT DISTINCT FROM g.region),
  CAST(g.n AS DOUBLE) / (SELECT SUM(o.n) FROM g AS o)
FROM g

WITH h AS (SELECT s.region, t.opened_on >= '2024-07-01' AS late, t.status FROM tickets t JOIN sites s USING (site_id) WHERE year(t.opened_on) = 2024),
 c AS (SELECT region, COUNT(*) FILTER (WHERE late) AS n, COUNT(*) FILTER (WHERE NOT late) AS b,
   COUNT(*) FILTER (WHERE late AND status = 'open') / NULLIF(COUNT(*) FILTER (WHERE late), 0) AS sn, COUNT(*) FILTER (WHERE NOT late AND status = 'open') / NULLIF(COUNT(*) FILTER (WHERE NOT late), 0) AS sb FROM h GROUP BY region)
SELECT region, n, b, n - b, sn, sb, sn - sb FROM c

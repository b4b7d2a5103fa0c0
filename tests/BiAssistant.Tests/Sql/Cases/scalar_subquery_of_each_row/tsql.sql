SELECT
  s.id,
  (
    SELECT COUNT_BIG(*)
    FROM sales AS o
    WHERE o.region = s.region
  ) AS peers
FROM sales AS s
ORDER BY CASE WHEN s.id IS NULL THEN 1 ELSE 0 END, s.id

SELECT
  s.id,
  (
    SELECT COUNT(*)
    FROM sales AS o
    WHERE o.region = s.region
  ) AS peers
FROM sales AS s
ORDER BY s.id NULLS LAST

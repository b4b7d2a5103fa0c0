WITH
  big AS (
    SELECT
      id,
      region,
      amount
    FROM sales
    WHERE amount >= 3
  ),
  places AS (
    SELECT
      region,
      COUNT_BIG(*) AS n,
      SUM(CAST(0 AS BIGINT) + amount) AS total
    FROM big
    GROUP BY region
  )
SELECT
  b.id,
  p.n,
  p.total
FROM big AS b
JOIN places AS p ON p.region = b.region
ORDER BY CASE WHEN b.id IS NULL THEN 1 ELSE 0 END, b.id

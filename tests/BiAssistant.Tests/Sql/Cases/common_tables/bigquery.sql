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
      COUNT(*) AS n,
      SUM(amount) AS total
    FROM big
    GROUP BY region
  )
SELECT
  b.id,
  p.n,
  p.total
FROM big AS b
JOIN places AS p ON p.region = b.region
ORDER BY b.id NULLS LAST

WITH
  monthly AS (
    SELECT
      DATEFROMPARTS(YEAR(d.d), MONTH(d.d), 1) AS month,
      SUM(CAST(0 AS BIGINT) + s.amount) AS revenue
    FROM sales AS s
    JOIN days AS d ON d.id = s.id
    GROUP BY DATEFROMPARTS(YEAR(d.d), MONTH(d.d), 1)
  )
SELECT
  month,
  revenue,
  SUM(CAST(0 AS BIGINT) + revenue) OVER (ORDER BY CASE WHEN month IS NULL THEN 1 ELSE 0 END, month ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running,
  CAST(revenue AS FLOAT) / NULLIF(LAG(revenue) OVER (ORDER BY CASE WHEN month IS NULL THEN 1 ELSE 0 END, month), 0) - 1 AS growth
FROM monthly
ORDER BY CASE WHEN month IS NULL THEN 1 ELSE 0 END, month

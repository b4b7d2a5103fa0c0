WITH
  monthly AS (
    SELECT
      DATE(d.d, 'start of month') AS month,
      SUM(s.amount) AS revenue
    FROM sales AS s
    JOIN days AS d ON d.id = s.id
    GROUP BY DATE(d.d, 'start of month')
  )
SELECT
  month,
  revenue,
  SUM(revenue) OVER (ORDER BY month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running,
  CAST(revenue AS REAL) / NULLIF(LAG(revenue) OVER (ORDER BY month NULLS LAST), 0) - 1 AS growth
FROM monthly
ORDER BY month NULLS LAST

WITH
  monthly AS (
    SELECT
      CAST(DATE_TRUNC('month', d.d) AS DATE) AS month,
      SUM(s.amount) AS revenue
    FROM sales AS s
    JOIN days AS d ON d.id = s.id
    GROUP BY CAST(DATE_TRUNC('month', d.d) AS DATE)
  )
SELECT
  month,
  revenue,
  SUM(revenue) OVER (ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running,
  CAST(revenue AS NUMERIC) / NULLIF(LAG(revenue) OVER (ORDER BY month), 0) - 1 AS growth
FROM monthly
ORDER BY month

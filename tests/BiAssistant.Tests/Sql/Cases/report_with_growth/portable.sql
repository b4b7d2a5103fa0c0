WITH monthly AS (
  SELECT DATE_TRUNC('month', d.d) AS month, SUM(s.amount) AS revenue
  FROM sales AS s
  JOIN days AS d ON d.id = s.id
  GROUP BY DATE_TRUNC('month', d.d)
)
SELECT
  month,
  revenue,
  SUM(revenue) OVER (ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running,
  revenue / LAG(revenue) OVER (ORDER BY month) - 1 AS growth
FROM monthly
ORDER BY month

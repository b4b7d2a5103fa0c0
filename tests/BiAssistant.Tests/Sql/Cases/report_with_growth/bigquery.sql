WITH
  monthly AS (
    SELECT
      DATE_TRUNC(CAST(d.d AS DATE), MONTH) AS month,
      SUM(s.amount) AS revenue
    FROM sales AS s
    JOIN days AS d ON d.id = s.id
    GROUP BY DATE_TRUNC(CAST(d.d AS DATE), MONTH)
  )
SELECT
  month,
  revenue,
  SUM(revenue) OVER (ORDER BY month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running,
  CAST(revenue AS BIGNUMERIC) / NULLIF(LAG(revenue) OVER (ORDER BY month NULLS LAST), 0) - 1 AS growth
FROM monthly
ORDER BY month NULLS LAST

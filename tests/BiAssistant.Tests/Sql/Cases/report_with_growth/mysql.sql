WITH
  monthly AS (
    SELECT
      CAST(DATE_FORMAT(d.d, '%Y-%m-01') AS DATE) AS month,
      SUM(s.amount) AS revenue
    FROM sales AS s
    JOIN days AS d ON d.id = s.id
    GROUP BY CAST(DATE_FORMAT(d.d, '%Y-%m-01') AS DATE)
  )
SELECT
  month,
  revenue,
  SUM(revenue) OVER (ORDER BY CASE WHEN month IS NULL THEN 1 ELSE 0 END, month ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running,
  revenue * 1.000000000 / LAG(revenue) OVER (ORDER BY CASE WHEN month IS NULL THEN 1 ELSE 0 END, month) - 1 AS growth
FROM monthly
ORDER BY CASE WHEN month IS NULL THEN 1 ELSE 0 END, month

SELECT
  region,
  MEDIAN(CAST(amount AS DOUBLE)) AS middle,
  QUANTILE_CONT(CAST(units AS DOUBLE), 0.9) AS high
FROM sales
GROUP BY region
ORDER BY region

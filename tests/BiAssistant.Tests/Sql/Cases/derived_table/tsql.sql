SELECT
  place.region,
  place.total
FROM (
  SELECT
    region,
    SUM(CAST(0 AS BIGINT) + amount) AS total
  FROM sales
  GROUP BY region
) AS place
WHERE place.total > 0
ORDER BY place.total DESC

SELECT
  id,
  RANK() OVER (ORDER BY (COALESCE(MAX(units), 0) - COALESCE(MIN(units), 0)) / NULLIF(COALESCE(MAX(units), 0), 0) DESC) AS ranked
FROM sales
GROUP BY id
ORDER BY id

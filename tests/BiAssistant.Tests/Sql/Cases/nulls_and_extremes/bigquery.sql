SELECT
  COALESCE(region, 'nowhere') AS place,
  COALESCE(amount, units, 0) AS filled,
  NULLIF(units, 0) AS counted,
  GREATEST(COALESCE(units, 3), 3) AS at_least,
  LEAST(COALESCE(units, 3), 3) AS at_most
FROM sales
WHERE id IN (1, 2, 4, 5)
ORDER BY id NULLS LAST

SELECT
  COALESCE(region, 'nowhere') AS place,
  COALESCE(amount, units, 0) AS filled,
  NULLIF(units, 0) AS counted,
  GREATEST(units, 3) AS at_least,
  LEAST(units, 3) AS at_most
FROM sales
WHERE id IN (1, 2, 4, 5)
ORDER BY id

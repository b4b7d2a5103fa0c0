SELECT
  COALESCE(region, 'nowhere') AS place,
  COALESCE(amount, units, 0) AS filled,
  NULLIF(units, 0) AS counted,
  CASE WHEN units >= 3 THEN units ELSE 3 END AS at_least,
  CASE WHEN units <= 3 THEN units ELSE 3 END AS at_most
FROM sales
WHERE id IN (1, 2, 4, 5)
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id

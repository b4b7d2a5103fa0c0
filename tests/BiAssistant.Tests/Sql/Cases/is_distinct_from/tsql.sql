SELECT
  id,
  CASE WHEN region <> 'North' OR region IS NULL THEN 1 ELSE 0 END AS elsewhere,
  CASE WHEN units IS NULL THEN 1 ELSE 0 END AS uncounted
FROM sales
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id

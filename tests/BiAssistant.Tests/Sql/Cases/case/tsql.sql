SELECT
  id,
  CASE WHEN units > 3 THEN 'many' WHEN units > 0 THEN 'few' ELSE 'none' END AS size,
  CASE region WHEN 'North' THEN 1 WHEN 'South' THEN 2 END AS code
FROM sales
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id

SELECT
  id,
  NOT region <=> 'North' AS elsewhere,
  units <=> NULL AS uncounted
FROM sales
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id

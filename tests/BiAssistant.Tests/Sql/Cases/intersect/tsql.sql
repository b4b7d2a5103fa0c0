SELECT *
FROM (
  SELECT region
  FROM sales
  WHERE units > 2
  INTERSECT
  SELECT region
  FROM sales
  WHERE amount > 5
) AS part
ORDER BY CASE WHEN region IS NULL THEN 1 ELSE 0 END, region

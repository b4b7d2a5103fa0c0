SELECT *
FROM (
  SELECT region
  FROM sales
  EXCEPT ALL
  SELECT region
  FROM sales
  WHERE units > 3
) AS part
ORDER BY CASE WHEN region IS NULL THEN 1 ELSE 0 END, region

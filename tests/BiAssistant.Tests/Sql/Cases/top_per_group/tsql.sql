SELECT
  ranked.region,
  ranked.id
FROM (
  SELECT
    id,
    region,
    ROW_NUMBER() OVER (PARTITION BY region ORDER BY amount DESC, CASE WHEN id IS NULL THEN 1 ELSE 0 END, id) AS place
  FROM sales
) AS ranked
WHERE ranked.place = 1
ORDER BY CASE WHEN ranked.region IS NULL THEN 1 ELSE 0 END, ranked.region

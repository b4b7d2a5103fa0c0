SELECT
  ranked.region,
  ranked.id
FROM (
  SELECT
    id,
    region,
    ROW_NUMBER() OVER (PARTITION BY region ORDER BY amount DESC, id NULLS LAST) AS place
  FROM sales
) AS ranked
WHERE ranked.place = 1
ORDER BY ranked.region NULLS LAST

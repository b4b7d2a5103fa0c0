SELECT
  windowed.id,
  windowed.previous,
  windowed.n,
  SUM(windowed.units) OVER (PARTITION BY windowed.region) AS of_region
FROM (
  SELECT
    id,
    LAG(units) OVER (ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id) AS previous,
    COUNT(*) OVER () AS n,
    units,
    region
  FROM sales
) AS windowed
ORDER BY CASE WHEN windowed.id IS NULL THEN 1 ELSE 0 END, id

SELECT
  grouped.id,
  RANK() OVER (ORDER BY (COALESCE(grouped.value, 0) - COALESCE(grouped.value_2, 0)) * 1.000000000 / COALESCE(grouped.value, 0) DESC) AS ranked
FROM (
  SELECT
    id,
    MAX(units) AS value,
    MIN(units) AS value_2
  FROM sales
  GROUP BY id
) AS grouped
ORDER BY CASE WHEN grouped.id IS NULL THEN 1 ELSE 0 END, id

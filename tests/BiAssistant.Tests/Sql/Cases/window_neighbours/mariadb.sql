SELECT
  windowed.id,
  windowed.previous,
  CASE WHEN windowed.value IS NULL THEN -1 ELSE windowed.value_2 END AS second_next,
  FIRST_VALUE(windowed.id) OVER (PARTITION BY windowed.region ORDER BY CASE WHEN windowed.id IS NULL THEN 1 ELSE 0 END, windowed.id) AS first_id,
  windowed.third
FROM (
  SELECT
    id,
    LAG(units) OVER (ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id) AS previous,
    LEAD(1, 2) OVER (ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id) AS value,
    LEAD(units, 2) OVER (ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id) AS value_2,
    region,
    NTILE(3) OVER (ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id) AS third
  FROM sales
) AS windowed
ORDER BY CASE WHEN windowed.id IS NULL THEN 1 ELSE 0 END, id

SELECT
  windowed.id,
  windowed.place,
  windowed.ranked,
  DENSE_RANK() OVER (ORDER BY windowed.units DESC) AS dense
FROM (
  SELECT
    windowed.id,
    windowed.place,
    RANK() OVER (ORDER BY CASE WHEN windowed.units IS NULL THEN 1 ELSE 0 END, windowed.units) AS ranked,
    windowed.units
  FROM (
    SELECT
      id,
      ROW_NUMBER() OVER (PARTITION BY region ORDER BY amount DESC, CASE WHEN id IS NULL THEN 1 ELSE 0 END, id) AS place,
      units
    FROM sales
  ) AS windowed
) AS windowed
ORDER BY CASE WHEN windowed.id IS NULL THEN 1 ELSE 0 END, id

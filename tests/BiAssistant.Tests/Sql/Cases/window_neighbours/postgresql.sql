SELECT
  id,
  LAG(units) OVER (ORDER BY id) AS previous,
  LEAD(units, 2, -1) OVER (ORDER BY id) AS second_next,
  FIRST_VALUE(id) OVER (PARTITION BY region ORDER BY id) AS first_id,
  NTILE(3) OVER (ORDER BY id) AS third
FROM sales
ORDER BY id

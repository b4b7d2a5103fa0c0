SELECT
  id,
  LAG(units) OVER (ORDER BY id NULLS LAST) AS previous,
  LEAD(units, 2, -1) OVER (ORDER BY id NULLS LAST) AS second_next,
  FIRST_VALUE(id) OVER (PARTITION BY region ORDER BY id NULLS LAST) AS first_id,
  NTILE(3) OVER (ORDER BY id NULLS LAST) AS third
FROM sales
ORDER BY id NULLS LAST

SELECT id
FROM sales
WHERE units BETWEEN 2 AND 4
  AND region NOT IN ('East', 'West')
  AND amount NOT BETWEEN 8 AND 9
ORDER BY id NULLS LAST

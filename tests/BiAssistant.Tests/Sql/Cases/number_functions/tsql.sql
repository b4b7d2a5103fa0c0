SELECT
  ROUND(amount, 1) AS tenths,
  ABS(amount) AS size_of,
  FLOOR(amount) AS below,
  CEILING(amount) AS above,
  SIGN(amount) AS sign_of,
  units % 4 AS remainder,
  units % 4 AS also_remainder
FROM sales
WHERE id IN (3, 6)
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id

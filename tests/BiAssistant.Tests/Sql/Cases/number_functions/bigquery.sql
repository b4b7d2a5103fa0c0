SELECT
  ROUND(amount, 1) AS tenths,
  ABS(amount) AS size_of,
  FLOOR(amount) AS below,
  CEIL(amount) AS above,
  SIGN(amount) AS sign_of,
  MOD(units, 4) AS remainder,
  MOD(units, 4) AS also_remainder
FROM sales
WHERE id IN (3, 6)
ORDER BY id NULLS LAST

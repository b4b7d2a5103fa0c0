SELECT
  POWER(CAST(2 AS FLOAT), 10) AS kibi,
  SQRT(16) AS four,
  EXP(0) AS one,
  LOG(1) AS zero,
  ROUND(2.5, 0) AS away_from_zero,
  ROUND(-2.5, 0) AS also_below_it,
  -7 % 3 AS sign_of_the_dividend,
  2 - -3 * (4 + 1) AS sum_of_all

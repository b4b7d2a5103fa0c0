SELECT
  POWER(CAST(2 AS FLOAT64), 10) AS kibi,
  SQRT(CAST(16 AS FLOAT64)) AS four,
  EXP(CAST(0 AS FLOAT64)) AS one,
  LN(CAST(1 AS FLOAT64)) AS zero,
  ROUND(NUMERIC '2.5') AS away_from_zero,
  ROUND(NUMERIC '-2.5') AS also_below_it,
  MOD(-7, 3) AS sign_of_the_dividend,
  2 - -3 * (4 + 1) AS sum_of_all

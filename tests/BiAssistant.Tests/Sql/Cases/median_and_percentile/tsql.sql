SELECT
  ranked.key_1 AS region,
  AVG(CASE
    WHEN 2 * ranked.rank_1 BETWEEN ranked.count_1 AND ranked.count_1 + 2 THEN CAST(ranked.value_1 AS FLOAT)
  END) AS middle,
  SUM(CAST(0 AS BIGINT) + CASE
    WHEN ranked.rank_2 = FLOOR(0.9 * (ranked.count_2 - 1)) + 1 THEN CAST(ranked.value_2 AS FLOAT) * (1 - (0.9 * (ranked.count_2 - 1) - FLOOR(0.9 * (ranked.count_2 - 1))))
    WHEN ranked.rank_2 = FLOOR(0.9 * (ranked.count_2 - 1)) + 2 THEN CAST(ranked.value_2 AS FLOAT) * (0.9 * (ranked.count_2 - 1) - FLOOR(0.9 * (ranked.count_2 - 1)))
  END) AS high
FROM (
  SELECT
    region AS key_1,
    amount AS value_1,
    ROW_NUMBER() OVER (PARTITION BY region ORDER BY CASE WHEN amount IS NULL THEN 1 ELSE 0 END, amount) AS rank_1,
    COUNT_BIG(amount) OVER (PARTITION BY region) AS count_1,
    units AS value_2,
    ROW_NUMBER() OVER (PARTITION BY region ORDER BY CASE WHEN units IS NULL THEN 1 ELSE 0 END, units) AS rank_2,
    COUNT_BIG(units) OVER (PARTITION BY region) AS count_2
  FROM sales
) AS ranked
GROUP BY ranked.key_1
ORDER BY CASE WHEN ranked.key_1 IS NULL THEN 1 ELSE 0 END, ranked.key_1

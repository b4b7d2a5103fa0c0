SELECT
  ranked.key_1 AS region,
  AVG(CASE
    WHEN 2 * ranked.rank_1 BETWEEN ranked.count_1 AND ranked.count_1 + 2 THEN CAST(ranked.value_1 AS FLOAT64)
  END) AS middle,
  SUM(CASE
    WHEN ranked.rank_2 = FLOOR(NUMERIC '0.9' * (ranked.count_2 - 1)) + 1 THEN CAST(ranked.value_2 AS FLOAT64) * (1 - (NUMERIC '0.9' * (ranked.count_2 - 1) - FLOOR(NUMERIC '0.9' * (ranked.count_2 - 1))))
    WHEN ranked.rank_2 = FLOOR(NUMERIC '0.9' * (ranked.count_2 - 1)) + 2 THEN CAST(ranked.value_2 AS FLOAT64) * (NUMERIC '0.9' * (ranked.count_2 - 1) - FLOOR(NUMERIC '0.9' * (ranked.count_2 - 1)))
  END) AS high
FROM (
  SELECT
    region AS key_1,
    amount AS value_1,
    ROW_NUMBER() OVER (PARTITION BY region ORDER BY amount NULLS LAST) AS rank_1,
    COUNT(amount) OVER (PARTITION BY region) AS count_1,
    units AS value_2,
    ROW_NUMBER() OVER (PARTITION BY region ORDER BY units NULLS LAST) AS rank_2,
    COUNT(units) OVER (PARTITION BY region) AS count_2
  FROM sales
) AS ranked
GROUP BY ranked.key_1
ORDER BY ranked.key_1 NULLS LAST

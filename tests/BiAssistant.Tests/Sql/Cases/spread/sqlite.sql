SELECT
  SQRT(CAST(SUM((CAST(ranked.value_1 AS REAL) - ranked.mean_1) * (CAST(ranked.value_1 AS REAL) - ranked.mean_1)) AS REAL) / NULLIF(COUNT(ranked.value_1) - 1, 0)) AS deviation,
  CAST(SUM((CAST(ranked.value_2 AS REAL) - ranked.mean_2) * (CAST(ranked.value_2 AS REAL) - ranked.mean_2)) AS REAL) / NULLIF(COUNT(ranked.value_2) - 1, 0) AS squared
FROM (
  SELECT
    units AS value_1,
    AVG(units) OVER () AS mean_1,
    units AS value_2,
    AVG(units) OVER () AS mean_2
  FROM sales
) AS ranked

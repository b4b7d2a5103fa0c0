-- tickets
SELECT
  ranked.key_1 AS status,
  SUM(ranked.value_1) + MIN(ranked.value_2) AS sum_hours_plus_min_hours,
  COUNT(ranked.value_3) * 2 AS count_hours_times_constant,
  MAX(ranked.value_4) - CAST(SUM((CAST(ranked.value_5 AS REAL) - ranked.mean_5) * (CAST(ranked.value_5 AS REAL) - ranked.mean_5)) AS REAL) / NULLIF(COUNT(ranked.value_5) - 1, 0) AS max_hours_minus_variance_hours
FROM (
  SELECT
    tickets.status AS key_1,
    tickets.hours AS value_1,
    tickets.hours AS value_2,
    tickets.hours AS value_3,
    tickets.hours AS value_4,
    tickets.hours AS value_5,
    AVG(tickets.hours) OVER (PARTITION BY tickets.status) AS mean_5
  FROM tickets
) AS ranked
GROUP BY ranked.key_1
ORDER BY sum_hours_plus_min_hours DESC, ranked.key_1 NULLS LAST

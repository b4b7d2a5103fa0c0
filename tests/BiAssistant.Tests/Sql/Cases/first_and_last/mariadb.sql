SELECT
  ranked.key_1 AS region,
  MAX(CASE WHEN ranked.rank_1 = 1 THEN ranked.value_1 END) AS first_word,
  MAX(CASE WHEN ranked.rank_2 = 1 THEN ranked.value_2 END) AS last_units
FROM (
  SELECT
    windowed.region AS key_1,
    windowed.word AS value_1,
    windowed.rank_1,
    windowed.units AS value_2,
    ROW_NUMBER() OVER (PARTITION BY windowed.region ORDER BY windowed.id DESC) AS rank_2
  FROM (
    SELECT
      region,
      word,
      ROW_NUMBER() OVER (PARTITION BY region ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id) AS rank_1,
      units,
      id
    FROM sales
  ) AS windowed
) AS ranked
GROUP BY ranked.key_1
ORDER BY CASE WHEN ranked.key_1 IS NULL THEN 1 ELSE 0 END, ranked.key_1

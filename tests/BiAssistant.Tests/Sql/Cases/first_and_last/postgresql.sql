SELECT
  region,
  (ARRAY_AGG(word ORDER BY id))[1] AS first_word,
  (ARRAY_AGG(units ORDER BY id DESC NULLS LAST))[1] AS last_units
FROM sales
GROUP BY region
ORDER BY region

SELECT
  region,
  FIRST(word ORDER BY id) AS first_word,
  FIRST(units ORDER BY id DESC) AS last_units
FROM sales
GROUP BY region
ORDER BY region

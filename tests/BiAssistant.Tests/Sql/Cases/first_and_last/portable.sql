SELECT region, FIRST(word ORDER BY id) AS first_word, LAST(units ORDER BY id) AS last_units
FROM sales
GROUP BY region
ORDER BY region

SELECT id
FROM sales
WHERE TRUE
  AND (units > 3) = TRUE
ORDER BY id

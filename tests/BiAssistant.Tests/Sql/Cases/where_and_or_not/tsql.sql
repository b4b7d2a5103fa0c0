SELECT id
FROM sales
WHERE (region = 'North' OR units > 2)
  AND NOT (amount = 10 AND word = 'it''s')
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id

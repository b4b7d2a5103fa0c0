SELECT id
FROM days
WHERE d IN (
    SELECT later
    FROM days
  )
  AND id NOT IN (
    SELECT id
    FROM sales
    WHERE region = 'South'
  )
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id

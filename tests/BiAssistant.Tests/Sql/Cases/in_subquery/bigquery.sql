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
ORDER BY id NULLS LAST

SELECT id
FROM sales
WHERE units >= ALL (
    SELECT units
    FROM sales
    WHERE units IS NOT NULL
  ) OR amount = ANY (
    SELECT amount
    FROM sales
    WHERE id = 5
  )
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id

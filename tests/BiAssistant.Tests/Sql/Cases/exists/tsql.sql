SELECT d.id
FROM days AS d
WHERE EXISTS (
    SELECT s.id
    FROM sales AS s
    WHERE s.units = d.id
      AND s.amount > 5
  ) OR NOT EXISTS (
    SELECT s.id
    FROM sales AS s
    WHERE s.id = d.id
  )
ORDER BY CASE WHEN d.id IS NULL THEN 1 ELSE 0 END, d.id

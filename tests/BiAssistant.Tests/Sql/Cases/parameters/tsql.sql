-- first_day: 2024-01-01
-- place: North
-- least: 0.5
SELECT s.id
FROM sales AS s
JOIN days AS d ON d.id = s.id
WHERE d.d >= @first_day
  AND s.region = @place
  AND s.amount > @least
ORDER BY CASE WHEN s.id IS NULL THEN 1 ELSE 0 END, s.id

-- first_day: 2024-01-01
-- place: North
-- least: 0.5
SELECT S.ID
FROM SALES AS S
JOIN DAYS AS D ON D.ID = S.ID
WHERE D.D >= :first_day
  AND S.REGION = :place
  AND S.AMOUNT > :least
ORDER BY S.ID

WITH rated AS (SELECT opened_on, stars FROM ratings JOIN tickets USING (ticket_id)),
     months AS (SELECT UNNEST([DATE '2024-01-01', DATE '2024-02-01', DATE '2024-03-01', DATE '2024-04-01']) AS month)
SELECT month,
       (SELECT SUM(stars) FROM rated WHERE opened_on < month + INTERVAL 1 MONTH),
       COALESCE((SELECT SUM(stars) FROM rated WHERE DATE_TRUNC('month', opened_on) = month), 0) - COALESCE((SELECT SUM(stars) FROM rated WHERE DATE_TRUNC('month', opened_on) = month - INTERVAL 1 MONTH), 0)
FROM months

SELECT q.quarter, COUNT(t.ticket_id), (SELECT COUNT(*) FROM tickets WHERE opened_on >= '2024-04-01')
FROM (VALUES (DATE '2024-01-01'), (DATE '2024-04-01'), (DATE '2024-07-01'), (DATE '2024-10-01')) q(quarter)
LEFT JOIN tickets t ON t.opened_on >= q.quarter AND t.opened_on < q.quarter + INTERVAL 3 MONTH
GROUP BY q.quarter

SELECT m.month, s.region, COUNT(*)
FROM (VALUES (DATE '2024-01-01'), (DATE '2024-02-01'), (DATE '2024-03-01'), (DATE '2024-04-01')) m(month)
JOIN tickets t ON t.opened_on < m.month + INTERVAL 1 MONTH AND t.opened_on >= m.month + INTERVAL 1 MONTH - INTERVAL 90 DAY
JOIN sites s USING (site_id)
GROUP BY ALL

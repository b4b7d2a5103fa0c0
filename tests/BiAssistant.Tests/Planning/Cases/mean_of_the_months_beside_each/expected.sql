SELECT q.quarter, q.n, 7 / 4.0, q.place, q.n / 7.0
FROM (VALUES (DATE '2024-01-01', 4, 1), (DATE '2024-04-01', 2, 2), (DATE '2024-07-01', 0, 4), (DATE '2024-10-01', 1, 3)) q(quarter, n, place)

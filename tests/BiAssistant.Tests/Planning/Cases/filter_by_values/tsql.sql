-- parts
SELECT SUM(CAST(0 AS BIGINT) + parts.amount_cents) * 0.01 AS parts_cost
FROM parts_used AS parts
JOIN tickets ON parts.ticket_id = tickets.ticket_id
JOIN sites ON tickets.site_id = sites.site_id
WHERE sites.region IN (@p1, @p2)

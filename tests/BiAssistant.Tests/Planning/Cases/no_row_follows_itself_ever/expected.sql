WITH ticketed AS (SELECT region, site_id, ticket_id, opened_on FROM tickets JOIN sites USING (site_id)),
     followed AS (SELECT DISTINCT t.ticket_id FROM ticketed t JOIN tickets n ON n.site_id = t.site_id AND n.opened_on >= t.opened_on AND n.ticket_id <> t.ticket_id)
SELECT region, COUNT(DISTINCT site_id) FILTER (ticket_id IN (FROM followed)) / COUNT(DISTINCT site_id)
FROM ticketed
GROUP BY region

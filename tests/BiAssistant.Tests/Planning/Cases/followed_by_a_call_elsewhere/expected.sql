WITH ticketed AS (SELECT region, site_id, opened_on, EXISTS (FROM calls WHERE calls.site_id = tickets.site_id AND called_on BETWEEN opened_on AND opened_on + INTERVAL 60 DAY) AS followed
                  FROM tickets JOIN sites USING (site_id) WHERE opened_on + INTERVAL 60 DAY < DATE '2025-03-01'),
     called AS (SELECT region, site_id, EXISTS (FROM calls AS later WHERE later.site_id = calls.site_id AND later.call_id <> calls.call_id AND later.called_on BETWEEN calls.called_on AND calls.called_on + INTERVAL 60 DAY) AS followed
                FROM calls JOIN sites USING (site_id))
SELECT tickets.region, tickets.share, calls.share
FROM (SELECT region, COUNT(DISTINCT site_id) FILTER (followed) / COUNT(DISTINCT site_id) AS share FROM ticketed GROUP BY region) AS tickets
JOIN (SELECT region, COUNT(DISTINCT site_id) FILTER (followed) / COUNT(DISTINCT site_id) AS share FROM called GROUP BY region) AS calls ON calls.region IS NOT DISTINCT FROM tickets.region

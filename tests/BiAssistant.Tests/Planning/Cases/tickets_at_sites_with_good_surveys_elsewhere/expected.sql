SELECT status, count(*), median(hours) FROM tickets WHERE site_id IN (SELECT site_id FROM surveys WHERE score >= 3) GROUP BY status

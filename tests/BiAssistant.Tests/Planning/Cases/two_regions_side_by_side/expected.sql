SELECT t.status, COUNT(*) FILTER (WHERE s.region = 'North'), COUNT(*) FILTER (WHERE s.region = 'South'), COUNT(*) FILTER (WHERE s.region = 'North') - COUNT(*) FILTER (WHERE s.region = 'South')
FROM tickets t JOIN sites s USING (site_id)
WHERE s.region IN ('North', 'South')
GROUP BY t.status

SELECT region,
  (SELECT count(*) FROM tickets t JOIN sites USING (site_id) WHERE region IS NOT DISTINCT FROM r.region),
  (SELECT max(opened_on) FROM tickets t JOIN sites USING (site_id) WHERE region IS NOT DISTINCT FROM r.region),
  (SELECT sum(amount_cents) / 100 FROM parts_used JOIN tickets USING (ticket_id) JOIN sites USING (site_id) WHERE region IS NOT DISTINCT FROM r.region),
  (SELECT sum(amount) FROM budgets JOIN sites USING (site_id) WHERE region IS NOT DISTINCT FROM r.region)
FROM (SELECT DISTINCT region FROM sites) r

SELECT s.region, sum(p.amount_cents) / 100.0 FROM parts_used p JOIN tickets t USING (ticket_id) JOIN sites s USING (site_id) GROUP BY s.region

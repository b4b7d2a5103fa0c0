SELECT sum(amount_cents) / 100.0 FROM parts_used JOIN tickets USING (ticket_id) JOIN sites USING (site_id) WHERE region IN ('North', 'South')

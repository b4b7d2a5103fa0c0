SELECT s.region, SUM(c.seats) FROM contracts c JOIN sites s USING (site_id) WHERE c.starts_on < c.ends_on GROUP BY s.region

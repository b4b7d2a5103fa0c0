SELECT region, count(*) FROM surveys JOIN sites USING (site_id) WHERE site_id NOT IN (SELECT site_id FROM tickets WHERE opened_on >= '2024-04-01' AND opened_on < '2024-05-01') GROUP BY region

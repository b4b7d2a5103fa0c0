SELECT s.region, SUM(pieces) / (SELECT COUNT(DISTINCT counted_on) FROM stock WHERE year(counted_on) = 2024) FROM stock JOIN sites s USING (site_id) WHERE year(counted_on) = 2024 GROUP BY ALL

SELECT manager, region, count(*), sum(minutes) FROM calls JOIN sites USING (site_id) LEFT JOIN areas USING (region) GROUP BY manager, region

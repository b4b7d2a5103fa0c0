SELECT region, (SELECT COUNT(*) FROM tickets t JOIN sites s USING (site_id) WHERE s.region IS NOT DISTINCT FROM r.region),
  (SELECT COUNT(*) FROM surveys v JOIN sites s USING (site_id) WHERE s.region IS NOT DISTINCT FROM r.region) / 4.0 FROM (SELECT DISTINCT region FROM sites) r

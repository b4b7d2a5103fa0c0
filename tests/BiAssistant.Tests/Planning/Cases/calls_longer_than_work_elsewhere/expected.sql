SELECT count(*), max(minutes) FROM calls JOIN sites s USING (site_id) WHERE minutes > (SELECT avg(hours) FROM tickets JOIN sites USING (site_id) WHERE sites.region IS NOT DISTINCT FROM s.region)

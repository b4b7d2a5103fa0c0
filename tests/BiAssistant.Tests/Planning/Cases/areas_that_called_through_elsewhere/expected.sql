SELECT count(*) FROM areas WHERE region IN (SELECT region FROM calls JOIN sites USING (site_id))

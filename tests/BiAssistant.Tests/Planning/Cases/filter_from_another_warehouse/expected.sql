SELECT count(*) FROM surveys JOIN sites USING (site_id) WHERE region = 'North'

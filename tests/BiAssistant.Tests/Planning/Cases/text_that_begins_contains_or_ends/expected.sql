SELECT COUNT(*) FROM tickets t JOIN sites s USING (site_id) WHERE s.name LIKE 'Har%' OR (s.name LIKE '%il%' AND s.name NOT LIKE '%ry')

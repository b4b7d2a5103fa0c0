-- tickets
SELECT COUNT(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE LOWER(sites.name) LIKE @p1 ESCAPE '!' AND LOWER(sites.name) NOT LIKE @p2 ESCAPE '!' OR LOWER(sites.name) LIKE @p3 ESCAPE '!'

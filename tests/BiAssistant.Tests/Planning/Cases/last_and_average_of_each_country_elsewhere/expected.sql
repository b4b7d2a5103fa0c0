-- A later call at another site is still the country's last one, so that of the Mill does not count.
WITH placed AS (SELECT calls.*, sites.name, country FROM calls JOIN sites USING (site_id) LEFT JOIN customers USING (customer_id)),
     last AS (SELECT country, SUM(minutes) AS minutes FROM (FROM placed QUALIFY RANK() OVER (PARTITION BY country ORDER BY called_on DESC) = 1) WHERE name = 'Mill' GROUP BY country),
     days AS (SELECT country, COUNT(DISTINCT called_on) AS moments FROM placed GROUP BY country)
SELECT placed.country, MAX(last.minutes), SUM(placed.minutes / moments)
FROM placed
JOIN days ON days.country IS NOT DISTINCT FROM placed.country
LEFT JOIN last ON last.country IS NOT DISTINCT FROM placed.country
WHERE name = 'Mill'
GROUP BY placed.country

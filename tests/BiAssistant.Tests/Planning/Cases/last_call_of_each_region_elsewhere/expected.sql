-- The last call of the South has no minutes, and that is what it says.
WITH placed AS (SELECT region, called_on, minutes FROM calls JOIN sites USING (site_id))
SELECT last.region, last.minutes, first.minutes
FROM (SELECT region, minutes FROM placed QUALIFY ROW_NUMBER() OVER (PARTITION BY region ORDER BY called_on DESC) = 1) AS last
JOIN (SELECT region, minutes FROM placed QUALIFY ROW_NUMBER() OVER (PARTITION BY region ORDER BY called_on) = 1) AS first ON first.region IS NOT DISTINCT FROM last.region

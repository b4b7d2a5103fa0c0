-- contracts
SELECT
  sites.region,
  SUM(contracts.seats) AS sum_seats
FROM contracts
JOIN sites ON contracts.site_id = sites.site_id
WHERE NOT contracts.ends_on <= contracts.starts_on
GROUP BY sites.region
ORDER BY sum_seats DESC NULLS LAST, sites.region

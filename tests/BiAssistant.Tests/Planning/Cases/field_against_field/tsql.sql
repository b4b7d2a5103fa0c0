-- contracts
SELECT
  sites.region,
  SUM(CAST(0 AS BIGINT) + contracts.seats) AS sum_seats
FROM contracts
JOIN sites ON contracts.site_id = sites.site_id
WHERE NOT contracts.ends_on <= contracts.starts_on
GROUP BY sites.region
ORDER BY
  SUM(CAST(0 AS BIGINT) + contracts.seats) DESC,
  CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END,
  sites.region

SELECT
  id,
  region IS DISTINCT FROM 'North' AS elsewhere,
  units IS NOT DISTINCT FROM NULL AS uncounted
FROM sales
ORDER BY id NULLS LAST

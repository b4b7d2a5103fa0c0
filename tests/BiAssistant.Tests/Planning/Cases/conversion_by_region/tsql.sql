-- contracts
WITH
  -- contracts totals, one row a group
  contracts_totals AS (
    SELECT
      sites.region,
      COUNT_BIG(DISTINCT sites.site_id) AS first_ticket_share_converted
    FROM contracts
    JOIN sites ON contracts.site_id = sites.site_id
    WHERE contracts.starts_on < DATEADD(DAY, -59, @p1)
      AND EXISTS (
        SELECT 1
        FROM tickets
        JOIN sites AS ticket_site ON tickets.site_id = ticket_site.site_id
        WHERE ticket_site.site_id = sites.site_id
          AND tickets.opened_on >= contracts.starts_on
          AND tickets.opened_on <= DATEADD(DAY, 60, contracts.starts_on)
      )
    GROUP BY sites.region
  ),
  -- contracts totals, one row a group
  contracts_totals_2 AS (
    SELECT
      sites.region,
      COUNT_BIG(DISTINCT sites.site_id) AS first_ticket_share_entered
    FROM contracts
    JOIN sites ON contracts.site_id = sites.site_id
    WHERE contracts.starts_on < DATEADD(DAY, -59, @p1)
    GROUP BY sites.region
  )
SELECT
  facts.region,
  CAST(COALESCE(MAX(facts.first_ticket_share_converted), 0) AS FLOAT) / NULLIF(COALESCE(MAX(facts.first_ticket_share_entered), 0), 0) AS first_ticket_share
FROM (
  SELECT
    region,
    first_ticket_share_converted,
    NULL AS first_ticket_share_entered
  FROM contracts_totals
  UNION ALL
  SELECT
    region,
    NULL AS first_ticket_share_converted,
    first_ticket_share_entered
  FROM contracts_totals_2
) AS facts
GROUP BY facts.region
ORDER BY
  CAST(COALESCE(MAX(facts.first_ticket_share_converted), 0) AS FLOAT) / NULLIF(COALESCE(MAX(facts.first_ticket_share_entered), 0), 0) DESC,
  CASE WHEN facts.region IS NULL THEN 1 ELSE 0 END,
  facts.region

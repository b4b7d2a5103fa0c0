-- contracts
WITH
  -- contracts totals, one row a group
  contracts_totals AS (
    SELECT
      sites.region,
      COUNT(DISTINCT sites.site_id) AS first_ticket_share_converted
    FROM contracts
    JOIN sites ON contracts.site_id = sites.site_id
    WHERE contracts.starts_on < CAST($p1 - INTERVAL '59' DAY AS DATE)
      AND EXISTS (
        SELECT 1
        FROM tickets
        JOIN sites AS ticket_site ON tickets.site_id = ticket_site.site_id
        WHERE ticket_site.site_id = sites.site_id
          AND tickets.opened_on >= contracts.starts_on
          AND tickets.opened_on <= contracts.starts_on + INTERVAL '60' DAY
      )
    GROUP BY sites.region
  ),
  -- contracts totals, one row a group
  contracts_totals_2 AS (
    SELECT
      sites.region,
      COUNT(DISTINCT sites.site_id) AS first_ticket_share_entered
    FROM contracts
    JOIN sites ON contracts.site_id = sites.site_id
    WHERE contracts.starts_on < CAST($p1 - INTERVAL '59' DAY AS DATE)
    GROUP BY sites.region
  )
SELECT
  facts.region,
  COALESCE(MAX(facts.first_ticket_share_converted), 0) / NULLIF(COALESCE(MAX(facts.first_ticket_share_entered), 0), 0) AS first_ticket_share
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
ORDER BY first_ticket_share DESC, facts.region

-- tickets
SELECT
  TICKETS.STATUS,
  TICKETS.HOURS AS TICKETS_HOURS,
  SITES.SITE_ID AS SITES_SITE_ID,
  COUNT(*) AS TICKETS,
  COUNT(*) AS TICKETS_ROWS
FROM TICKETS
JOIN SITES ON TICKETS.SITE_ID = SITES.SITE_ID
GROUP BY TICKETS.STATUS, TICKETS.HOURS, SITES.SITE_ID

-- surveys_of_sites
SELECT SURVEYS.SITE_ID AS SURVEYS_OF_SITES_SITE_ID_KEY
FROM SURVEYS
WHERE SURVEYS.SCORE >= :p1
GROUP BY SURVEYS.SITE_ID

-- merge
WITH
  -- numbers that look at other groups
  compared AS (
    SELECT
      tickets.status,
      tickets.tickets_hours,
      tickets.sites_site_id,
      tickets.tickets,
      tickets.tickets_rows,
      surveys_of_sites.surveys_of_sites_site_id_key,
      SUM(CASE WHEN tickets.tickets_hours IS NOT NULL THEN tickets.tickets_rows ELSE 0 END) OVER (PARTITION BY tickets.status ORDER BY tickets.tickets_hours) AS median_hours_up_to,
      SUM(CASE WHEN tickets.tickets_hours IS NOT NULL THEN tickets.tickets_rows ELSE 0 END) OVER (PARTITION BY tickets.status) AS median_hours_in_all
    FROM tickets
    JOIN surveys_of_sites ON tickets.sites_site_id = surveys_of_sites.surveys_of_sites_site_id_key
  )
SELECT
  compared.status,
  COALESCE(SUM(compared.tickets), 0) AS tickets,
  (MIN(CASE
    WHEN compared.median_hours_up_to * 2 >= compared.median_hours_in_all THEN compared.tickets_hours
  END) + MIN(CASE
    WHEN compared.median_hours_up_to * 2 > compared.median_hours_in_all THEN compared.tickets_hours
  END)) * 0.5 AS median_hours
FROM compared
GROUP BY compared.status
ORDER BY tickets DESC, compared.status

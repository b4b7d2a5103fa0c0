-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * COUNT(DISTINCT CASE WHEN EXISTS (
    SELECT 1 FROM visits
    WHERE visits.guest_id = first.guest_id AND visits.started_on BETWEEN first.arrival_date AND first.arrival_date + 7
  ) THEN first.guest_id END) / COUNT(DISTINCT first.guest_id)
FROM booked first
WHERE first.arrival_date >= '2024-01-01' AND first.arrival_date < '2025-01-01';

-- {"group_by": [{"field": "bookings.channel"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT first.channel_code, 100.0 * COUNT(DISTINCT CASE WHEN EXISTS (
    SELECT 1 FROM visits
    WHERE visits.guest_id = first.guest_id AND visits.started_on BETWEEN first.arrival_date AND first.arrival_date + 7
  ) THEN first.guest_id END) / COUNT(DISTINCT first.guest_id)
FROM booked first
WHERE first.arrival_date >= '2023-04-01' AND first.arrival_date < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(first.arrival_date), 100.0 * COUNT(DISTINCT CASE WHEN EXISTS (
    SELECT 1 FROM visits
    WHERE visits.guest_id = first.guest_id AND visits.started_on BETWEEN first.arrival_date AND first.arrival_date + 7
  ) THEN first.guest_id END) / COUNT(DISTINCT first.guest_id)
FROM booked first
WHERE first.arrival_date >= '2024-01-01' AND first.arrival_date < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "quarter"}, {"field": "guests.nationality"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT quarter_of(first.arrival_date), first.nationality_code, 100.0 * COUNT(DISTINCT CASE WHEN EXISTS (
    SELECT 1 FROM visits
    WHERE visits.guest_id = first.guest_id AND visits.started_on BETWEEN first.arrival_date AND first.arrival_date + 7
  ) THEN first.guest_id END) / COUNT(DISTINCT first.guest_id)
FROM booked first
WHERE first.arrival_date >= '2024-01-01' AND first.arrival_date < '2025-01-01'
GROUP BY ALL;

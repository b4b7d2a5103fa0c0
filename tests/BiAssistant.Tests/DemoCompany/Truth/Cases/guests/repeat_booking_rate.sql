-- {"period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT 100.0 * COUNT(DISTINCT CASE WHEN EXISTS (
    SELECT 1 FROM bookings again
    WHERE again.guest_id = first.guest_id AND again.booking_id <> first.booking_id AND again.booked_on BETWEEN first.arrival_date AND first.arrival_date + 365
  ) THEN first.guest_id END) / COUNT(DISTINCT first.guest_id)
FROM booked first
WHERE first.arrival_date >= '2023-01-01' AND first.arrival_date < '2024-01-01' AND first.arrival_date + 365 < '2025-01-01';

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2022-01-01", "to": "2023-01-01"}}
SELECT first.nationality_code, 100.0 * COUNT(DISTINCT CASE WHEN EXISTS (
    SELECT 1 FROM bookings again
    WHERE again.guest_id = first.guest_id AND again.booking_id <> first.booking_id AND again.booked_on BETWEEN first.arrival_date AND first.arrival_date + 365
  ) THEN first.guest_id END) / COUNT(DISTINCT first.guest_id)
FROM booked first
WHERE first.arrival_date >= '2022-01-01' AND first.arrival_date < '2023-01-01' AND first.arrival_date + 365 < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT quarter_of(first.arrival_date), 100.0 * COUNT(DISTINCT CASE WHEN EXISTS (
    SELECT 1 FROM bookings again
    WHERE again.guest_id = first.guest_id AND again.booking_id <> first.booking_id AND again.booked_on BETWEEN first.arrival_date AND first.arrival_date + 365
  ) THEN first.guest_id END) / COUNT(DISTINCT first.guest_id)
FROM booked first
WHERE first.arrival_date >= '2023-01-01' AND first.arrival_date < '2024-01-01' AND first.arrival_date + 365 < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"field": "properties.region"}], "period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT first.region, 100.0 * COUNT(DISTINCT CASE WHEN EXISTS (
    SELECT 1 FROM bookings again
    WHERE again.guest_id = first.guest_id AND again.booking_id <> first.booking_id AND again.booked_on BETWEEN first.arrival_date AND first.arrival_date + 365
  ) THEN first.guest_id END) / COUNT(DISTINCT first.guest_id)
FROM booked first
WHERE first.arrival_date >= '2023-01-01' AND first.arrival_date < '2024-01-01' AND first.arrival_date + 365 < '2025-01-01'
GROUP BY ALL;

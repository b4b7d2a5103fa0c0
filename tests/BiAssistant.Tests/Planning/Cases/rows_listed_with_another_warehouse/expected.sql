SELECT v.answered_on, s.region, v.score, v.survey_id FROM surveys v JOIN sites s USING (site_id) ORDER BY v.score LIMIT 2

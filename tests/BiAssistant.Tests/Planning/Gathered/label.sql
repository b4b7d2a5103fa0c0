CREATE TABLE labels (label_id INTEGER, name VARCHAR);
INSERT INTO labels VALUES (1, 'Blue Door'), (2, 'Tin Roof'), (3, 'Empty Room');
CREATE TABLE songs (song_id INTEGER, title VARCHAR, label_id INTEGER, released_on DATE, price_cents INTEGER);
INSERT INTO songs VALUES
  (1, 'Alder', 1, '2023-01-10', 100), (2, 'Birch', 1, '2023-06-01', 150), (3, 'Cedar', 2, '2024-02-02', 200), (4, 'Dogwood', 2, '2024-03-03', 120), (5, 'Elm', NULL, '2024-04-04', 90);
CREATE TABLE shops (shop_id INTEGER, name VARCHAR, city VARCHAR);
INSERT INTO shops VALUES (1, 'Corner', 'Cork'), (2, 'Market', 'Bonn'), (3, 'Closed', 'Bonn');
CREATE TABLE sales (sale_id INTEGER, song_id INTEGER, shop_id INTEGER, sold_on DATE, amount_cents INTEGER, copies INTEGER, void INTEGER);
INSERT INTO sales VALUES
  (1, 1, 1, '2023-01-15', 1000, 10, 0), (2, 1, 2, '2024-01-15', 2000, 20, 0), (3, 1, NULL, '2024-02-01', 505, 5, 0), (4, 2, 1, '2024-02-10', 300, 2, 0),
  (5, 3, 2, '2024-03-01', 799, 4, 0), (6, 3, 2, '2024-03-02', 9999, 99, 1), (7, 4, NULL, '2024-05-05', 120, 1, 0), (8, NULL, 1, '2024-06-06', 50, 1, 0);
CREATE TABLE plays (play_id INTEGER, song_id INTEGER, played_on DATE, seconds INTEGER);
INSERT INTO plays VALUES (1, 1, '2024-01-01', 200), (2, 1, '2024-01-02', 100), (3, 3, '2024-01-03', 30), (4, 5, '2024-01-04', NULL), (5, 5, '2024-01-05', 60);
CREATE TABLE artists (artist_id INTEGER, name VARCHAR, country VARCHAR, mentor_id INTEGER);
INSERT INTO artists VALUES (1, 'Ada', 'IE', NULL), (2, 'Bo', 'DE', 1), (3, 'Cy', 'DE', 1), (4, 'Di', 'FR', 2), (5, 'Ed', NULL, NULL);
CREATE TABLE credits (song_id INTEGER, artist_id INTEGER, part VARCHAR);
INSERT INTO credits VALUES (1, 1, 'voice'), (1, 1, 'piano'), (1, 2, 'drums'), (2, 2, 'voice'), (2, 3, 'bass'), (3, 4, 'voice'), (4, 5, 'voice'), (4, 1, 'voice');
CREATE TABLE genres (genre_id INTEGER, name VARCHAR, family VARCHAR);
INSERT INTO genres VALUES (1, 'rock', 'loud'), (2, 'punk', 'loud'), (3, 'folk', 'quiet'), (4, 'noise', NULL);
CREATE TABLE song_genres (song_id INTEGER, genre_id INTEGER);
INSERT INTO song_genres VALUES (1, 1), (1, 2), (1, 3), (2, 3), (3, 1), (3, 1), (5, 4);
CREATE TABLE albums (album_id INTEGER, name VARCHAR, year INTEGER);
INSERT INTO albums VALUES (1, 'Spring', 2023), (2, 'Autumn', 2024), (3, 'Unheard', 2024);
CREATE TABLE tracks (song_id INTEGER, album_id INTEGER, place INTEGER);
INSERT INTO tracks VALUES (1, 1, 1), (2, 1, 2), (3, 2, 1), (3, 2, 7);
CREATE TABLE visits (visit_id INTEGER, shop_id INTEGER, region VARCHAR, people INTEGER);
INSERT INTO visits VALUES (1, 1, 'South', 7), (2, 1, 'North', 3), (3, 2, 'North', 4);

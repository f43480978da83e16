-- The record of Khaldun, schema 1.
--
-- `data` holds a row's struct of records.py as JSON, in the words of the export contract; the columns beside it are drawn from
-- it by SQLite itself, so the two cannot disagree. What links rows across pages (stories, happenings, copies) stands in columns
-- of its own, for it may change when a later page comes in. `seq` is the order of storing.

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  ended TEXT, -- null: still going, or killed
  coder TEXT NOT NULL,
  options TEXT NOT NULL CHECK (json_valid(options)),
  inputs INTEGER, -- counted by the batch as they came in; null until it ended
  skipped TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(skipped)) -- parts of inputs that never were to be pages, counted by reason
);

CREATE TABLE pages (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  uri TEXT NOT NULL,
  media_type TEXT NOT NULL,
  charset TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE, -- of text, in UTF-8
  text TEXT NOT NULL, -- what every span of the record points into, in code points
  blocks TEXT NOT NULL CHECK (json_valid(blocks)),
  metadata TEXT NOT NULL CHECK (json_valid(metadata)),
  furniture TEXT NOT NULL CHECK (json_valid(furniture)), -- belongs to none of the page's articles
  run_id INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX pages_uri ON pages (uri);

CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  source TEXT NOT NULL, -- the path, as given, by which the input was reached
  uri TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'duplicate', 'rejected', 'failed')),
  reason TEXT NOT NULL,
  page_id TEXT REFERENCES pages (id),
  size INTEGER,
  CHECK ((outcome IN ('stored', 'duplicate')) = (page_id IS NOT NULL)),
  CHECK ((outcome = 'stored') = (reason = ''))
);
CREATE INDEX ledger_run ON ledger (run_id);
CREATE INDEX ledger_uri ON ledger (uri);

CREATE TABLE stories (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
);

CREATE TABLE happenings (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
);

CREATE TABLE articles (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  page_id TEXT NOT NULL AS (json_extract(data, '$.page_id')) STORED REFERENCES pages (id),
  position INTEGER NOT NULL AS (json_extract(data, '$.position')),
  title TEXT AS (json_extract(data, '$.title.text')),
  published TEXT AS (json_extract(data, '$.published.date')),
  language TEXT AS (json_extract(data, '$.language')),
  agency TEXT AS (json_extract(data, '$.agency')),
  story_id TEXT REFERENCES stories (id),
  copy_of TEXT REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  dates TEXT NOT NULL CHECK (json_valid(dates)),
  data TEXT NOT NULL CHECK (json_valid(data))
);
CREATE INDEX articles_page ON articles (page_id);
CREATE INDEX articles_story ON articles (story_id);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_copies ON articles (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX articles_unlinked ON articles (published) WHERE story_id IS NULL;

CREATE VIEW article_text AS
SELECT seq, title, (SELECT group_concat(json_extract(value, '$.text'), char(10)) FROM json_each(data, '$.body')) AS body
FROM articles;

CREATE VIRTUAL TABLE article_search USING fts5 (
  title, body, content = 'article_text', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);

-- What finds copies of an article (khaldun.stories.sketches): the first articles only, copies are known by them.
CREATE TABLE sketches (
  seq INTEGER PRIMARY KEY REFERENCES articles (seq),
  hashes BLOB NOT NULL
);
CREATE TABLE sketch_keys (
  key INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES sketches (seq),
  PRIMARY KEY (key, seq)
) WITHOUT ROWID;

-- What an article is about (khaldun.stories.topics): the words by which its story is found.
CREATE TABLE topics (
  seq INTEGER PRIMARY KEY REFERENCES articles (seq),
  terms TEXT NOT NULL CHECK (json_valid(terms))
);

CREATE TABLE actors (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT,
  kind TEXT NOT NULL,
  country TEXT
);

CREATE TABLE names (
  seq INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  text TEXT NOT NULL AS (json_extract(data, '$.text')),
  kind TEXT NOT NULL AS (json_extract(data, '$.kind')),
  name TEXT AS (json_extract(data, '$.who.name')),
  country TEXT AS (json_extract(data, '$.who.country')),
  actor_id TEXT AS (json_extract(data, '$.who.actor_id')) STORED REFERENCES actors (id),
  data TEXT NOT NULL CHECK (json_valid(data))
);
CREATE INDEX names_article ON names (article_id);
CREATE INDEX names_actor ON names (actor_id);

CREATE TABLE statements (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL AS (json_extract(data, '$.article_id')) STORED REFERENCES articles (id),
  speaker TEXT AS (json_extract(data, '$.speaker.text')),
  speaker_name TEXT AS (json_extract(data, '$.speaker.name')),
  country TEXT AS (json_extract(data, '$.speaker.country')),
  actor_id TEXT AS (json_extract(data, '$.speaker.actor_id')) STORED REFERENCES actors (id),
  cue TEXT AS (json_extract(data, '$.cue.text')),
  kind TEXT NOT NULL AS (json_extract(data, '$.kind')),
  stance TEXT NOT NULL AS (json_extract(data, '$.stance')),
  published TEXT AS (json_extract(data, '$.published')),
  data TEXT NOT NULL CHECK (json_valid(data))
);
CREATE INDEX statements_article ON statements (article_id);
CREATE INDEX statements_published ON statements (published);
CREATE INDEX statements_country ON statements (country);
CREATE INDEX statements_actor ON statements (actor_id);

CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL AS (json_extract(data, '$.article_id')) STORED REFERENCES articles (id),
  happening_id TEXT REFERENCES happenings (id),
  type TEXT NOT NULL AS (json_extract(data, '$.type')),
  mode TEXT AS (json_extract(data, '$.mode[0]')),
  status TEXT NOT NULL AS (json_extract(data, '$.status')),
  quad INTEGER NOT NULL AS (json_extract(data, '$.quad')),
  score REAL NOT NULL AS (json_extract(data, '$.score')),
  confidence REAL NOT NULL AS (json_extract(data, '$.confidence')),
  first_day TEXT AS (coalesce(json_extract(data, '$.date.from'), json_extract(data, '$.published'))),
  last_day TEXT AS (coalesce(json_extract(data, '$.date.to'), json_extract(data, '$.date.from'), json_extract(data, '$.published'))),
  trigger_text TEXT NOT NULL AS (json_extract(data, '$.trigger.text')),
  evidence TEXT NOT NULL AS (json_extract(data, '$.evidence.text')),
  place TEXT AS (json_extract(data, '$.place.text')),
  dead INTEGER AS (coalesce(json_extract(data, '$.dead.low'), json_extract(data, '$.dead.high'))),
  injured INTEGER AS (coalesce(json_extract(data, '$.injured.low'), json_extract(data, '$.injured.high'))),
  data TEXT NOT NULL CHECK (json_valid(data))
);
CREATE INDEX events_article ON events (article_id);
CREATE INDEX events_happening ON events (happening_id);
CREATE INDEX events_type ON events (type, first_day);
CREATE INDEX events_day ON events (first_day);
CREATE INDEX events_unlinked ON events (first_day) WHERE happening_id IS NULL;

-- One row a party of an event; `data` of the event has the same in full.
CREATE TABLE event_actors (
  seq INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL REFERENCES events (id),
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'asserted_by')),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  name TEXT,
  country TEXT,
  sectors TEXT NOT NULL CHECK (json_valid(sectors)),
  actor_id TEXT REFERENCES actors (id),
  stance TEXT,
  statement_id TEXT REFERENCES statements (id),
  UNIQUE (event_id, role, position)
);
CREATE INDEX event_actors_country ON event_actors (country, role);
CREATE INDEX event_actors_actor ON event_actors (actor_id);
CREATE INDEX event_actors_statement ON event_actors (statement_id);

-- A person's corrections, beside what the machine wrote and never over it.
CREATE TABLE decisions (
  seq INTEGER PRIMARY KEY,
  about TEXT NOT NULL, -- the id of an event, statement, article, story or happening
  field TEXT NOT NULL,
  value TEXT CHECK (value IS NULL OR json_valid(value)),
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL
);
CREATE INDEX decisions_about ON decisions (about);

CREATE VIEW event_list AS
SELECT
  e.first_day AS day,
  e.type,
  e.mode,
  e.status,
  (SELECT group_concat(coalesce(name, text) || coalesce(' (' || country || ')', ''), '; ')
   FROM event_actors WHERE event_id = e.id AND role = 'actor') AS actors,
  (SELECT group_concat(coalesce(name, text) || coalesce(' (' || country || ')', ''), '; ')
   FROM event_actors WHERE event_id = e.id AND role = 'recipient') AS recipients,
  e.trigger_text,
  e.evidence,
  e.dead,
  e.injured,
  a.title,
  p.uri,
  e.id
FROM events e JOIN articles a ON a.id = e.article_id JOIN pages p ON p.id = a.page_id
ORDER BY e.first_day, e.seq;

CREATE VIEW statement_list AS
SELECT
  s.published,
  coalesce(s.speaker_name, s.speaker) AS speaker,
  s.country,
  s.cue,
  s.stance,
  (SELECT group_concat(json_extract(value, '$.text'), ' … ') FROM json_each(s.data, '$.content')) AS content,
  a.title,
  p.uri,
  s.id
FROM statements s JOIN articles a ON a.id = s.article_id JOIN pages p ON p.id = a.page_id
ORDER BY s.published, s.seq;

CREATE VIEW ledger_totals AS
SELECT
  r.id AS run_id,
  r.started,
  r.ended,
  r.inputs,
  coalesce(sum(l.outcome = 'stored'), 0) AS stored,
  coalesce(sum(l.outcome = 'duplicate'), 0) AS duplicate,
  coalesce(sum(l.outcome = 'rejected'), 0) AS rejected,
  coalesce(sum(l.outcome = 'failed'), 0) AS failed
FROM runs r LEFT JOIN ledger l ON l.run_id = r.id
GROUP BY r.id;

-- Words keep the language they were written in, each piece for itself: two people may write one review in two languages.

alter table review.answer add column language text not null check (language in ('en', 'cy'));
comment on column review.answer.language is 'The language the finding was written in.';

alter table review.domain_note add column language text not null check (language in ('en', 'cy'));
comment on column review.domain_note.language is 'The language the strengths and gaps were written in.';

alter table review.action add column language text not null check (language in ('en', 'cy'));
comment on column review.action.language is 'The language the action was written in.';

alter table review.evidence add column disagreement_language text check (disagreement_language in ('en', 'cy'));
comment on column review.evidence.disagreement_language is 'The language the disagreement was written in.';

alter table review.review add column conclusion_language text check (conclusion_language in ('en', 'cy'));
comment on column review.review.conclusion_language is 'The language the conclusion was written in.';

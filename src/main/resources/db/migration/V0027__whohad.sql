-- Answers about a service without a holder on that day: they name the service, but no person.

alter table address_question drop constraint address_question_answer;
alter table address_question add constraint address_question_answer
    check (answer in ('one', 'no_holder', 'ended', 'not_started', 'several', 'own', 'unassigned', 'not_ours', 'not_kept', 'gap'));
alter table address_question drop constraint address_question_service;
alter table address_question add constraint address_question_service
    check ((service_id is not null) = (answer in ('one', 'no_holder', 'ended', 'not_started')));

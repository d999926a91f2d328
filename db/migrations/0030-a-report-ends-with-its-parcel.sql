-- What cannot be sent any more cannot be looked into either: its money goes back, and the report ends with that.
update parcel set problem_settled_at = coalesce(closed_at, moment())
  where problem_at is not null and problem_settled_at is null and state in ('declined', 'cancelled', 'returned');
update staff_task as task set resolved_at = moment(), resolved_by = 'Anyam', resolution = coalesce(decline_note, decline_reason, parcel.state)
  from parcel where task.kind = 'problem' and task.resolved_at is null and task.detail ->> 'parcelId' = parcel.id::text
    and parcel.state in ('declined', 'cancelled', 'returned');
alter table parcel add constraint parcel_report_ends
  check (problem_at is null or problem_settled_at is not null or state not in ('declined', 'cancelled', 'returned'));

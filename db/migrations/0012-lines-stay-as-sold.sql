-- Shares, refunds and figures are counted from the lines of an order, so nobody rewrites what was sold. Afterwards, so that
-- a line that contradicts itself is refused for that.
create trigger order_line_append_only after update or delete or truncate on order_line
  for each statement execute function refuse_change();

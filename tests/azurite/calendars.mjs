// Independent calendars: one JSON request on stdin, one JSON answer on stdout. Dates are yyyy-MM-dd, local times
// yyyy-MM-ddTHH:mm, ranges include both ends.
// { cron: [{ expression, zone, from, to }], rrule: [{ rule, start, to }], days: { from, to } }
//   -> { cron: [[instant]], rrule: [[date]], days: [{ date, lunarMonth, lunarDay, leap, workday }] }
import { text } from "node:stream/consumers";
import chineseDays from "chinese-days";
import { CronExpressionParser } from "cron-parser";
import lunar from "lunar-javascript";
import rrule from "rrule";

const midnight = (date) => new Date(`${date}T00:00:00Z`);
const dateOf = (instant) => instant.toISOString().slice(0, 10);

const cron = ({ expression, zone, from, to }) => {
  const before = new Date(Date.parse(from) - 1);
  const schedule = CronExpressionParser.parse(expression, { tz: zone, currentDate: before, endDate: to });
  const found = [];
  while (schedule.hasNext()) found.push(schedule.next().toISOString());
  return found;
};

const recurrence = ({ rule, start, to }) =>
  new rrule.RRule({ ...rrule.RRule.parseString(rule), dtstart: midnight(start) })
    .between(midnight(start), midnight(to), true)
    .map(dateOf);

const days = function* ({ from, to }) {
  for (const day = midnight(from); day <= midnight(to); day.setUTCDate(day.getUTCDate() + 1)) {
    const date = dateOf(day);
    const of = lunar.Solar.fromYmd(...date.split("-").map(Number)).getLunar();
    const month = of.getMonth(); // negative in a leap month
    yield {
      date,
      lunarMonth: Math.abs(month),
      lunarDay: of.getDay(),
      leap: month < 0,
      workday: chineseDays.isWorkday(date),
    };
  }
};

const request = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify({
  cron: (request.cron ?? []).map(cron),
  rrule: (request.rrule ?? []).map(recurrence),
  days: request.days ? [...days(request.days)] : [],
}));

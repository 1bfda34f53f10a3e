using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using Community.Messaging.Deliveries;
using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Deliveries;

/// <summary>Group sends by the limits of a corporation.</summary>
public class GroupSendPeriodTests
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    static readonly TimeOnly Cutoff = new(12, 0);
    static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(8));

    static readonly Gen<(int Minute, int Message, bool IsSale, bool IsOfOthers)> Requests =
        from minute in Gen.Choose(0, 70 * 24 * 60)
        from message in Gen.Choose(1, 60)
        from isSale in Gen.Elements(true, false)
        from isOfOthers in Gen.Elements(true, false, false, false)
        select (minute, message, isSale, isOfOthers);

    [Theory]
    [InlineData(GroupSendLimit.Monthly, "2026-12-01", "2026-12-31", 31)]
    [InlineData(GroupSendLimit.Weekly, "2026-11-30", "2026-12-06", 7)]
    [InlineData(GroupSendLimit.Daily, "2026-12-01", "2026-12-01", 1)]
    public void Period_has_local_days(GroupSendLimit limit, string first, string last, int allowance) => Assert.Equal(
        new GroupSendPeriod(
            DateOnly.ParseExact(first, "yyyy-MM-dd"), DateOnly.ParseExact(last, "yyyy-MM-dd"), allowance),
        new GroupSendRule(limit, Zone).PeriodAt(Start));

    [Theory]
    [InlineData(GroupSendLimit.Monthly, 1)]
    [InlineData(GroupSendLimit.Monthly, 20261128)]
    [InlineData(GroupSendLimit.Weekly, 2)]
    [InlineData(GroupSendLimit.Weekly, 20261128)]
    [InlineData(GroupSendLimit.Daily, 3)]
    public void No_period_has_more_group_sends_than_the_limit_whoever_makes_them(GroupSendLimit limit, ulong seed) =>
        Property.CheckSequences(seed, Requests, requests =>
        {
            var rule = new GroupSendRule(limit, Zone);
            var (budget, seen) = (new GroupSendBudget(), GroupSendsSeen.None);
            foreach (var request in requests.OrderBy(request => request.Minute))
            {
                var now = Start.AddMinutes(request.Minute);
                var period = rule.PeriodAt(now);
                var left = budget.LeftAt(now, rule, seen);
                if (request.IsOfOthers)
                {
                    // The platform takes no more from others either.
                    if (left > 0) seen = seen.Add(period, $"msg-{request.Message}");
                }
                else
                {
                    var message = Message($"{request.IsSale}-{request.Message}", request.IsSale);
                    var after = budget.Reserve(message, now, rule, seen);
                    if (request.IsSale) Assert.True(after is not null || left == 0);
                    if (after != budget && after is not null && !request.IsSale) AssertForPush(rule, now, left);
                    budget = after ?? budget;
                }

                Assert.True(budget.UsedAt(now, rule) + seen.CountIn(period) <= period.Allowance);
            }
        });

    [Fact]
    public void Pushes_leave_a_group_send_for_each_later_day()
    {
        var rule = new GroupSendRule(GroupSendLimit.Monthly, Zone);
        var first = new GroupSendBudget().ReserveForPush("push-1", Start.AddHours(13), Cutoff, rule);

        Assert.NotNull(first);
        Assert.Null(first.ReserveForPush("push-2", Start.AddHours(14), Cutoff, rule));
        Assert.NotNull(first.Reserve(Message("link", isSale: true), Start.AddHours(14), rule));
        var later = first.ReserveForPush("push-3", Start.AddDays(2).AddHours(13), Cutoff, rule)!;
        Assert.NotNull(later.ReserveForPush("push-4", Start.AddDays(2).AddHours(14), Cutoff, rule));
    }

    [Fact]
    public void Group_sends_of_others_are_counted_once_in_their_period()
    {
        var rule = new GroupSendRule(GroupSendLimit.Weekly, Zone);
        var (week, next) = (rule.PeriodAt(Start), rule.PeriodAt(Start.AddDays(7)));

        var seen = GroupSendsSeen.None.Add(week, "a").Add(week, "a").Add(week, "b");

        Assert.Equal((2, 0), (seen.CountIn(week), seen.CountIn(next)));
        Assert.Equal(1, seen.Add(next, "c").CountIn(next));
        Assert.Equal(1, seen.Add(next, "c").Add(week, "d").CountIn(next));
    }

    static void AssertForPush(GroupSendRule rule, DateTimeOffset now, int left)
    {
        Assert.True(now.TimeIn(Zone) >= Cutoff);
        Assert.True(left > rule.PeriodAt(now).Last.DayNumber - now.DateIn(Zone).DayNumber);
    }

    static Delivery Message(string step, bool isSale) => Delivery.From(new NewDelivery(
        "cause",
        step,
        "tea-1",
        MemberId: null,
        ChannelAction.SendToGroup,
        isSale ? DeliveryPriority.Sale : DeliveryPriority.Push,
        "好茶",
        Start)
    {
        GroupSendCutoff = isSale ? null : Cutoff,
    });
}

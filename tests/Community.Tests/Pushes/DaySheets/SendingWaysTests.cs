using Community.Messaging.Channels.WeCom;
using Community.Messaging.Deliveries;
using Community.Pushes.DaySheets;
using FsCheck.Fluent;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.DaySheets;

public class SendingWaysTests
{
    static readonly TimeOnly Noon = new(12, 0);

    [Fact]
    public void First_push_from_the_cutoff_on_gets_the_group_send() => Assert.Equal(
        [SendingWay.ByHand, SendingWay.GroupSend, SendingWay.ByHand],
        Forecast(budget: null, ("morning", At(0, 11, 59)), ("noon", At(0, 12)), ("evening", At(0, 20))));

    [Fact]
    public void Group_send_that_a_sale_has_is_for_no_push_of_the_day()
    {
        var taken = new GroupSendBudget { Places = [new("sale", At(0, 9))] };

        Assert.Equal(
            [SendingWay.ByHand, SendingWay.GroupSend],
            Forecast(taken, ("today", At(0, 13)), ("tomorrow", At(1, 13))));
    }

    [Theory]
    [Seeds(1, 20261127)]
    public void Day_has_at_most_one_group_send_and_none_before_the_cutoff(ulong seed) =>
        Property.CheckSequences(seed, Gen.Choose(0, 5 * 24 * 60), minutes =>
        {
            var pushes = minutes.Order().Select((minute, i) => ($"push-{i}", At(0, 0).AddMinutes(minute))).ToArray();

            var sent = pushes
                .Zip(Forecast(budget: null, pushes))
                .Where(push => push.Second is SendingWay.GroupSend)
                .Select(push => push.First.Item2.DateTime)
                .ToList();

            Assert.Equal(sent.Count, sent.Select(at => at.Date).Distinct().Count());
            Assert.All(sent, at => Assert.True(TimeOnly.FromDateTime(at) >= Noon));
        });

    static IReadOnlyList<SendingWay> Forecast(GroupSendBudget? budget, params (string, DateTimeOffset)[] pushes) =>
        SendingWays.Forecast(
            budget, seen: null, pushes, Noon, new GroupSendRule(GroupSendLimit.Daily, Zone));
}

using Community.Pushes.Occurrences;
using FsCheck;
using FsCheck.Fluent;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Occurrences;

public class MissedPushRulesTests
{
    static readonly DateTimeOffset Now = At(0, 15);

    static readonly Gen<MissedPush> Pushes =
        from number in Gen.Choose(0, 1_000_000)
        from late in Gen.Choose(16, 300)
        from policy in Gen.Elements(Enum.GetValues<MissedPushPolicy>())
        select new MissedPush($"push-{number}", Now.AddMinutes(-late), TimeSpan.FromHours(2), policy);

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void Push_is_missed_when_it_can_no_longer_be_on_time(int minutes, bool missed) =>
        Assert.Equal(missed, MissedPushRules.IsMissed(Now.AddMinutes(-minutes), Now));

    [Fact]
    public void Latest_late_push_is_sent_the_latest_to_merge_is_merged_and_the_others_are_skipped()
    {
        MissedPush[] missed =
        [
            Missed("late-1", 100, MissedPushPolicy.SendLate),
            Missed("late-2", 60, MissedPushPolicy.SendLate),
            Missed("merge-1", 90, MissedPushPolicy.MergeIntoNext),
            Missed("merge-2", 500, MissedPushPolicy.MergeIntoNext),
            Missed("skip", 20, MissedPushPolicy.Skip),
        ];

        var decisions = MissedPushRules.Decide(missed, "next", Now);

        var send = Assert.IsType<MissedPushDecision.Send>(decisions[1]);
        Assert.Equal(
            [
                new MissedPushDecision.Skip("late-1"),
                new MissedPushDecision.Send("late-2", send.At),
                new MissedPushDecision.Merge("merge-1", "next"),
                new MissedPushDecision.Skip("merge-2"),
                new MissedPushDecision.Skip("skip"),
            ],
            decisions);
    }

    [Fact]
    public void Push_that_is_too_late_is_skipped()
    {
        Assert.IsType<MissedPushDecision.Skip>(Decide(Missed("late", 120, MissedPushPolicy.SendLate)));
        Assert.IsType<MissedPushDecision.Send>(Decide(Missed("late", 119, MissedPushPolicy.SendLate)));
    }

    [Fact]
    public void Push_without_a_next_one_is_not_merged() =>
        Assert.IsType<MissedPushDecision.Skip>(Decide(Missed("a", 30, MissedPushPolicy.MergeIntoNext)));

    [Fact]
    public void Late_pushes_of_many_groups_are_spread_over_30_minutes()
    {
        var minutes = Enumerable.Range(0, 3_000)
            .Select(group => Decide(Missed($"push-{group}", 20, MissedPushPolicy.SendLate)))
            .Cast<MissedPushDecision.Send>()
            .CountBy(send => (int)(send.At - Now).TotalMinutes)
            .ToDictionary();

        Assert.Equal(Enumerable.Range(0, 30), minutes.Keys.Order());
        Assert.All(minutes.Values, count => Assert.InRange(count, 50, 150));
    }

    [Theory]
    [Seeds(1, 2, 3)]
    public void Group_gets_at_most_one_push_on_recovery_and_each_has_one_decision(ulong seed) =>
        Property.CheckSequences(seed, Pushes, pushes =>
        {
            IReadOnlyList<MissedPush> missed = [.. pushes.DistinctBy(push => push.Id)];

            var decisions = MissedPushRules.Decide(missed, "next", Now);

            Assert.Equal(missed.Select(push => push.Id), decisions.Select(decision => decision.Id));
            Assert.InRange(decisions.OfType<MissedPushDecision.Merge>().Count(), 0, 1);
            Assert.Equal(decisions, MissedPushRules.Decide(missed, "next", Now));
            var mayBeSent = missed.Where(push =>
                push.Policy is MissedPushPolicy.SendLate && push.DueAt + push.Lateness > Now);
            var sent = decisions.OfType<MissedPushDecision.Send>().ToList();
            Assert.Equal(mayBeSent.Any() ? 1 : 0, sent.Count);
            Assert.All(sent, send =>
            {
                var push = Assert.Single(mayBeSent, push => push.Id == send.Id);
                Assert.Equal(mayBeSent.Max(other => other.DueAt), push.DueAt);
                Assert.InRange(send.At - Now, TimeSpan.Zero, MissedPushRules.Spread);
                Assert.True(send.At < push.DueAt + push.Lateness);
            });
        });

    static MissedPush Missed(string id, int minutes, MissedPushPolicy policy) =>
        new(id, Now.AddMinutes(-minutes), TimeSpan.FromHours(2), policy);

    static MissedPushDecision Decide(MissedPush push) =>
        Assert.Single(MissedPushRules.Decide([push], nextId: null, Now));
}

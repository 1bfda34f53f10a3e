using Community.Content;
using Community.Messaging.Deliveries;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using static Community.Tests.Pushes.Occurrences.SamplePush;

namespace Community.Tests.Pushes.Occurrences;

public class PushRulesTests
{
    static readonly PushSkip Skip = new(PushSkipCause.Guard, "太密", PushGuard.Spacing);

    [Fact]
    public void Push_is_queued_when_it_is_due_and_not_again() =>
        Rules.Given(Planned)
            .When(new PushCommand.Queue("delivery-1", Due))
            .Then(Queued)
            .When(new PushCommand.Queue("delivery-1", Due))
            .ThenNothing();

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-60, true)]
    public void Push_is_not_queued_before_it_is_due_except_by_the_difference_of_two_clocks(int seconds, bool queued)
    {
        var outcome = Rules.Given(Planned).When(new PushCommand.Queue("delivery-1", Due.AddSeconds(seconds)));

        Assert.Equal(queued ? [Queued] : [], outcome.Events);
    }

    [Fact]
    public void Held_push_and_one_without_content_are_not_queued()
    {
        Rules.Given(Planned, new PushEvent.Held()).When(new PushCommand.Queue("delivery-1", Due)).ThenNothing();
        Rules.Given(Planned with { ContentId = null }).When(new PushCommand.Queue("delivery-1", Due)).ThenNothing();
    }

    [Fact]
    public void Postponed_push_waits_and_leaves_a_person_the_same_time_to_confirm()
    {
        var until = Due.AddHours(1);

        var postponed = Rules.Given(Planned)
            .When(new PushCommand.Postpone(until, PushGuard.Window))
            .Then(new PushEvent.Postponed(until, PushGuard.Window));

        postponed.When(new PushCommand.Postpone(until, PushGuard.Window)).ThenNothing();
        postponed.When(new PushCommand.Queue("delivery-1", Due)).ThenNothing();
        postponed.When(new PushCommand.Queue("delivery-1", until)).Then(Queued);
        Assert.Equal((Planned.LatestAt, until.AddHours(2)), (postponed.State.LatestAt, postponed.State.EndsAt));
    }

    [Fact]
    public void Owner_is_reminded_once_unless_the_push_is_moved()
    {
        var at = Due.AddMinutes(-5);

        var reminded = Rules.Given(Planned).When(new PushCommand.Remind(at)).Then(new PushEvent.Reminded(at));

        Assert.Equal(at, reminded.State.RemindedAt);
        reminded.When(new PushCommand.Remind(at)).ThenNothing();
        var moved = reminded.When(new PushCommand.Move(By, Reason: null, at, Due.AddHours(1)));
        Assert.Null(moved.State.RemindedAt);
        moved.When(new PushCommand.Remind(at.AddHours(1))).Then(new PushEvent.Reminded(at.AddHours(1)));
        Rules.Given(Planned, new PushEvent.Held()).When(new PushCommand.Remind(at)).ThenNothing();
        Rules.Given(Planned, Queued).When(new PushCommand.Remind(at)).ThenNothing();
    }

    [Fact]
    public void Push_is_not_postponed_beyond_its_lateness_as_by_a_fast_clock()
    {
        Rules.Given(Planned).When(new PushCommand.Postpone(Planned.LatestAt.AddTicks(1), Guard: null)).ThenNothing();
        Rules.Given(Planned)
            .When(new PushCommand.Postpone(Planned.LatestAt, Guard: null))
            .Then(new PushEvent.Postponed(Planned.LatestAt, Guard: null));
    }

    [Fact]
    public void Person_has_at_least_15_minutes_to_confirm() =>
        Assert.Equal(Due.AddMinutes(15), (Planned with { Lateness = TimeSpan.Zero }).EndsAt);

    [Fact]
    public void Draw_sets_the_content_once()
    {
        var drawn = Rules.Given(Planned with { ContentId = null })
            .When(new PushCommand.SetContent("tea-1"))
            .Then(new PushEvent.ContentSet("tea-1"));

        drawn.When(new PushCommand.SetContent("tea-1")).ThenNothing();
        drawn.When(new PushCommand.SetContent("tea-2")).ThenNothing();
    }

    [Fact]
    public void Refused_push_is_skipped_with_its_guard_and_reason()
    {
        var decision = Assert.IsType<PushDecision.Skip>(SpacingDecision());

        var skipped = Rules.Given(Planned).When(new PushCommand.SkipFor(PushSkip.From(decision)));

        Assert.Equal(PushState.Skipped, skipped.State.State);
        Assert.Equal(new PushSkip(PushSkipCause.Guard, decision.Reason, PushGuard.Spacing), skipped.State.Skip);
        skipped.When(new PushCommand.SkipFor(Skip)).ThenNothing();
    }

    [Fact]
    public void Queued_push_is_not_skipped_by_a_guard() =>
        Rules.Given(Planned, Queued).When(new PushCommand.SkipFor(Skip)).ThenNothing();

    [Theory]
    [InlineData(15 * 60, false)]
    [InlineData((15 * 60) + 1, true)]
    [InlineData(-30, false)]
    public void Push_sent_more_than_15_minutes_after_it_was_due_is_late(int seconds, bool late)
    {
        var at = Due.AddSeconds(seconds);

        Rules.Given(Planned, Queued)
            .When(new PushCommand.RecordDelivery(DeliveryState.Sent, at))
            .Then(new PushEvent.Sent(at, late));
    }

    [Fact]
    public void Push_follows_its_delivery()
    {
        var queued = Rules.Given(Planned, Queued);

        queued.When(new PushCommand.RecordDelivery(DeliveryState.Sending, Due)).ThenNothing();
        queued.When(new PushCommand.RecordDelivery(DeliveryState.Failed, Due, "no such group"))
            .Then(new PushEvent.Failed("no such group"));
        queued.When(new PushCommand.RecordDelivery(DeliveryState.Skipped, Due, "dissolved"))
            .Then(new PushEvent.Skipped(new PushSkip(PushSkipCause.Delivery, "dissolved")));
        queued.When(new PushCommand.RecordDelivery(DeliveryState.AwaitingStaff, Due))
            .Then(Awaiting)
            .When(new PushCommand.RecordDelivery(DeliveryState.AwaitingStaff, Due))
            .ThenNothing();
    }

    [Fact]
    public void Delivery_that_may_have_been_sent_waits_for_a_person() =>
        Rules.Given(Planned, Queued).When(new PushCommand.RecordDelivery(DeliveryState.Uncertain, Due)).Then(Awaiting);

    [Fact]
    public void Push_that_nobody_confirms_is_missed_at_the_end_of_its_time()
    {
        var awaiting = Rules.Given(Planned, Queued, Awaiting);

        awaiting.When(new PushCommand.Expire(Planned.EndsAt.AddTicks(-1))).ThenNothing();
        awaiting.When(new PushCommand.Expire(Planned.EndsAt)).Then(new PushEvent.Missed());
    }

    [Fact]
    public void Push_whose_time_is_over_when_staff_get_it_is_missed() =>
        Rules.Given(Planned, Queued)
            .When(new PushCommand.RecordDelivery(DeliveryState.AwaitingStaff, Planned.EndsAt))
            .Then(new PushEvent.Missed());

    [Fact]
    public void Planned_push_expires_as_missed_and_a_held_one_as_skipped()
    {
        Rules.Given(Planned).When(new PushCommand.Expire(Planned.EndsAt)).Then(new PushEvent.Missed());
        Rules.Given(Planned, new PushEvent.Held())
            .When(new PushCommand.Expire(Planned.EndsAt))
            .Then(new PushEvent.Skipped(new PushSkip(PushSkipCause.Held, Reason: null)));
    }

    [Fact]
    public void Queued_push_does_not_expire_because_it_may_be_on_its_way() =>
        Rules.Given(Planned, Queued).When(new PushCommand.Expire(Planned.EndsAt)).ThenNothing();

    [Theory]
    [InlineData("daily:s1", "s1", "vip-1", "t")]
    [InlineData("daily", "s1:s1", "vip-1", "t")]
    [InlineData("daily", "s1", "vip-2", "t")]
    [InlineData("daily", "s1", "vip-1", "t2")]
    public void Id_differs_with_each_part_of_the_identity(string planId, string slotId, string groupId, string identity)
    {
        Assert.NotEqual(PushId.From("daily", "s1", "vip-1", "t"), PushId.From(planId, slotId, groupId, identity));
        Assert.Matches("^vip-[12]~t2?-[0-9a-f]{12}$", PushId.From(planId, slotId, groupId, identity));
    }

    [Fact]
    public void Id_names_the_group_of_the_push()
    {
        var id = PushId.From("daily", "s1", "vip-1", "202611231030");

        Assert.Equal("vip-1", PushId.Parse(id)!.Value.GroupId);
        Assert.StartsWith("202611231030-", PushId.Parse(id)!.Value.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("vip-1")]
    [InlineData("vip-1~t")]
    [InlineData("~202611231030-0123456789ab")]
    [InlineData("vip-1~202611231030-0123456789ab~x")]
    public void Other_text_is_no_id(string text) => Assert.Null(PushId.Parse(text));

    [Fact]
    public void Open_push_takes_a_missed_item_over_once()
    {
        var taken = Rules.Given(Planned).When(new PushCommand.TakeOver("tea-7"));

        taken.Then(new PushEvent.TookOver("tea-7"));
        taken.When(new PushCommand.TakeOver("tea-7")).ThenNothing();
        Rules.Given(Planned, Queued).When(new PushCommand.TakeOver("tea-7")).ThenNothing();
    }

    static PushDecision SpacingDecision() => Guards.SamplePushes.Decide(
        Guards.SamplePushes.Request(Due, ContentKind.Fun), Guards.SamplePushes.After(Guards.SamplePushes.Entry(0, 10)));
}

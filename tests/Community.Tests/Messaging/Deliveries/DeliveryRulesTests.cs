using Community.Messaging.Channels;
using Community.Messaging.Deliveries;

namespace Community.Tests.Messaging.Deliveries;

public class DeliveryRulesTests
{
    static readonly Decider<DeliveryCommand, Delivery, DeliveryEvent> Rules =
        new(DeliveryRules.Decide, DeliveryRules.Evolve);

    static readonly DateTimeOffset At = Instants.Evening;

    static readonly DeliveryEvent.SendingBegan Began = new("first", At);

    [Fact]
    public void Begin_stores_the_attempt_as_sending()
    {
        var outcome = Rules.Given(SampleDelivery.QueuedDelivery)
            .When(new DeliveryCommand.Begin("first", At))
            .Then(Began);

        Assert.Equal(
            (DeliveryState.Sending, "first", At),
            (outcome.State.State, outcome.State.Owner, outcome.State.SendingAt));
    }

    [Fact]
    public void Accepted_message_is_sent_with_the_id_of_the_channel() =>
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.Accept("first", "msg-1", At))
            .Then(new DeliveryEvent.Sent("msg-1", At));

    [Fact]
    public void Refused_message_has_failed_with_the_reason_of_the_channel() =>
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.Refuse("first", "no such group"))
            .Then(new DeliveryEvent.Failed("no such group"));

    [Fact]
    public void Lost_answer_makes_the_delivery_uncertain() =>
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.LoseAnswer("first"))
            .Then(new DeliveryEvent.BecameUncertain());

    [Fact]
    public void Answer_of_an_attempt_that_is_not_sending_has_no_effect()
    {
        var sending = Rules.Given(SampleDelivery.QueuedDelivery, Began);

        sending.When(new DeliveryCommand.Accept("second", "msg-2", At)).ThenNothing();
        sending.When(new DeliveryCommand.Refuse("second", "no")).ThenNothing();
        sending.When(new DeliveryCommand.LoseAnswer("second")).ThenNothing();
    }

    [Fact]
    public void Attempt_that_may_still_finish_is_not_interrupted() =>
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.Begin("second", At + DeliveryRules.AttemptTimeout - TimeSpan.FromTicks(1)))
            .ThenNothing();

    [Theory]
    [InlineData("second")]
    [InlineData("first")]
    public void Delivery_is_uncertain_for_the_next_attempt_when_the_patience_has_passed(string owner) =>
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.Begin(owner, At + DeliveryRules.AttemptTimeout))
            .Then(new DeliveryEvent.BecameUncertain());

    [Fact]
    public void Postponed_delivery_begins_at_its_new_time()
    {
        var postponed = Rules.Given(SampleDelivery.QueuedDelivery, new DeliveryEvent.Postponed(At.AddMinutes(1)));

        postponed.When(new DeliveryCommand.Begin("first", At.AddMinutes(1).AddTicks(-1))).ThenNothing();
        postponed.When(new DeliveryCommand.Begin("first", At.AddMinutes(1)))
            .Then(new DeliveryEvent.SendingBegan("first", At.AddMinutes(1)));
    }

    [Fact]
    public void Delivery_is_postponed_once() =>
        Rules.Given(SampleDelivery.QueuedDelivery, new DeliveryEvent.Postponed(At.AddMinutes(1)))
            .When(new DeliveryCommand.Postpone(At.AddMinutes(2)))
            .ThenNothing();

    [Fact]
    public void Delivery_that_missed_its_place_gets_the_place_booked_instead() =>
        Rules.Given(SampleDelivery.QueuedDelivery, new DeliveryEvent.Postponed(At.AddMinutes(1)))
            .When(new DeliveryCommand.Postpone(At.AddMinutes(5), Missed: At.AddMinutes(1)))
            .Then(new DeliveryEvent.Postponed(At.AddMinutes(5)));

    [Fact]
    public void Delivery_can_be_skipped_only_before_its_first_attempt()
    {
        Rules.Given(SampleDelivery.QueuedDelivery)
            .When(new DeliveryCommand.Skip("left"))
            .Then(new DeliveryEvent.Skipped("left"));
        Rules.Given(SampleDelivery.QueuedDelivery, Began).When(new DeliveryCommand.Skip("left")).ThenNothing();
    }

    [Fact]
    public void Waiting_delivery_is_handed_over_from_its_task_once()
    {
        var waiting = Rules.Given(SampleDelivery.QueuedDelivery, new DeliveryEvent.HandedToStaff("task-1"));

        waiting.When(new DeliveryCommand.HandOver("task-1", "task-2", "over the limit"))
            .Then(new DeliveryEvent.HandedToStaff("task-2", "over the limit"));
        waiting.When(new DeliveryCommand.HandOver("task-2", "task-2", "over the limit")).ThenNothing();
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.HandOver("task-1", "task-2", "over the limit"))
            .ThenNothing();
    }

    [Fact]
    public void Staff_confirms_uncertain_and_handed_over_deliveries()
    {
        Rules.Given(SampleDelivery.QueuedDelivery, Began, new DeliveryEvent.BecameUncertain())
            .When(new DeliveryCommand.ConfirmByStaff(At))
            .Then(new DeliveryEvent.Sent(null, At));
        Rules.Given(SampleDelivery.QueuedDelivery, new DeliveryEvent.HandedToStaff("task-1"))
            .When(new DeliveryCommand.ConfirmByStaff(At))
            .Then(new DeliveryEvent.Sent(null, At));
    }

    [Fact]
    public void Staff_can_confirm_a_delivery_before_its_handover_is_recorded()
    {
        Rules.Given(SampleDelivery.QueuedDelivery)
            .When(new DeliveryCommand.ConfirmByStaff(At))
            .Then(new DeliveryEvent.Sent(null, At));
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.ConfirmByStaff(At)).Then(new DeliveryEvent.Sent(null, At))
            .When(new DeliveryCommand.HandToStaff("task-1")).ThenNothing();
    }

    [Fact]
    public void Delivery_key_names_the_cause_the_step_and_the_member_or_group()
    {
        var request = new NewDelivery(
            "onboarding-tea-1-m1",
            "welcome",
            "tea-1",
            "m1",
            ChannelAction.SendToGroup,
            DeliveryPriority.Ordinary,
            "欢迎",
            At);

        Assert.Equal(request.Key, SampleDelivery.QueuedDelivery.Key);
        Assert.Equal("onboarding-tea-1-m1:welcome:m1", request.Key);
        Assert.Equal("onboarding-tea-1-m1:welcome:tea-1", (request with { MemberId = null }).Key);
    }

    [Fact]
    public void Attempt_of_a_fast_clock_is_uncertain_when_the_clock_is_right() =>
        Rules.Given(SampleDelivery.QueuedDelivery, new DeliveryEvent.SendingBegan("fast", At.AddYears(1)))
            .When(new DeliveryCommand.Begin("right", At))
            .Then(new DeliveryEvent.BecameUncertain());
}

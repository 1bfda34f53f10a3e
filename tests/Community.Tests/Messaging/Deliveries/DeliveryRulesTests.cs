using Community.Messaging.Channels;
using Community.Messaging.Deliveries;

namespace Community.Tests.Messaging.Deliveries;

public class DeliveryRulesTests
{
    static readonly Decider<DeliveryCommand, Delivery, DeliveryEvent> Rules = new(DeliveryRules.Decide, DeliveryRules.Evolve);

    static readonly DateTimeOffset At = Instants.Evening;

    static readonly DeliveryEvent.SendingBegan Began = new("first", At);

    [Fact]
    public void Sending_is_written_before_the_channel_is_asked()
    {
        var outcome = Rules.Given(SampleDelivery.QueuedDelivery).When(new DeliveryCommand.Begin("first", At)).Then(Began);

        Assert.Equal((DeliveryState.Sending, "first", At), (outcome.State.State, outcome.State.Owner, outcome.State.SendingAt));
    }

    [Fact]
    public void What_the_channel_took_is_sent_under_the_channels_id() =>
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.Accept("first", "msg-1", At))
            .Then(new DeliveryEvent.Sent("msg-1", At));

    [Fact]
    public void What_the_channel_refused_has_failed_with_its_reason() =>
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.Refuse("first", "no such group"))
            .Then(new DeliveryEvent.Failed("no such group"));

    [Fact]
    public void An_answer_that_never_came_leaves_it_uncertain() =>
        Rules.Given(SampleDelivery.QueuedDelivery, Began).When(new DeliveryCommand.LoseAnswer("first")).Then(new DeliveryEvent.BecameUncertain());

    [Fact]
    public void The_answer_of_an_attempt_that_is_not_the_one_sending_changes_nothing()
    {
        var sending = Rules.Given(SampleDelivery.QueuedDelivery, Began);

        sending.When(new DeliveryCommand.Accept("second", "msg-2", At)).ThenNothing();
        sending.When(new DeliveryCommand.Refuse("second", "no")).ThenNothing();
        sending.When(new DeliveryCommand.LoseAnswer("second")).ThenNothing();
    }

    [Fact]
    public void An_attempt_that_may_still_finish_is_left_alone() =>
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.Begin("second", At + DeliveryRules.AttemptTimeout - TimeSpan.FromTicks(1)))
            .ThenNothing();

    [Theory]
    [InlineData("second")]
    [InlineData("first")]
    public void An_attempt_that_had_its_time_leaves_an_uncertain_delivery_to_whoever_comes_next_under_whatever_name(string owner) =>
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.Begin(owner, At + DeliveryRules.AttemptTimeout))
            .Then(new DeliveryEvent.BecameUncertain());

    [Fact]
    public void Nobody_begins_before_the_channels_limits_allow_it()
    {
        var postponed = Rules.Given(SampleDelivery.QueuedDelivery, new DeliveryEvent.Postponed(At.AddMinutes(1)));

        postponed.When(new DeliveryCommand.Begin("first", At.AddMinutes(1).AddTicks(-1))).ThenNothing();
        postponed.When(new DeliveryCommand.Begin("first", At.AddMinutes(1))).Then(new DeliveryEvent.SendingBegan("first", At.AddMinutes(1)));
    }

    [Fact]
    public void A_delivery_is_postponed_once() =>
        Rules.Given(SampleDelivery.QueuedDelivery, new DeliveryEvent.Postponed(At.AddMinutes(1)))
            .When(new DeliveryCommand.Postpone(At.AddMinutes(2)))
            .ThenNothing();

    [Fact]
    public void A_delivery_that_missed_its_place_gets_the_one_that_was_booked_instead() =>
        Rules.Given(SampleDelivery.QueuedDelivery, new DeliveryEvent.Postponed(At.AddMinutes(1)))
            .When(new DeliveryCommand.Postpone(At.AddMinutes(5), Missed: At.AddMinutes(1)))
            .Then(new DeliveryEvent.Postponed(At.AddMinutes(5)));

    [Fact]
    public void Only_what_has_not_been_tried_can_be_skipped()
    {
        Rules.Given(SampleDelivery.QueuedDelivery).When(new DeliveryCommand.Skip("left")).Then(new DeliveryEvent.Skipped("left"));
        Rules.Given(SampleDelivery.QueuedDelivery, Began).When(new DeliveryCommand.Skip("left")).ThenNothing();
    }

    [Fact]
    public void A_person_settles_what_is_uncertain_and_what_waits_for_them()
    {
        Rules.Given(SampleDelivery.QueuedDelivery, Began, new DeliveryEvent.BecameUncertain())
            .When(new DeliveryCommand.ConfirmByStaff(At))
            .Then(new DeliveryEvent.Sent(null, At));
        Rules.Given(SampleDelivery.QueuedDelivery, new DeliveryEvent.HandedToStaff("task-1"))
            .When(new DeliveryCommand.ConfirmByStaff(At))
            .Then(new DeliveryEvent.Sent(null, At));
    }

    [Fact]
    public void A_person_who_is_done_before_the_ledger_says_that_they_have_it_is_believed()
    {
        Rules.Given(SampleDelivery.QueuedDelivery).When(new DeliveryCommand.ConfirmByStaff(At)).Then(new DeliveryEvent.Sent(null, At));
        Rules.Given(SampleDelivery.QueuedDelivery, Began)
            .When(new DeliveryCommand.ConfirmByStaff(At)).Then(new DeliveryEvent.Sent(null, At))
            .When(new DeliveryCommand.HandToStaff("task-1")).ThenNothing();
    }

    [Fact]
    public void The_row_holds_all_that_the_request_said()
    {
        var request = new NewDelivery(
            "onboarding-tea-1-m1", "welcome", "tea-1", "m1", ChannelAction.SendToGroup, DeliveryPriority.Ordinary, "欢迎", At);

        Assert.Equal(request.Key, SampleDelivery.QueuedDelivery.Key);
        Assert.Equal("onboarding-tea-1-m1:welcome:m1", request.Key);
        Assert.Equal("onboarding-tea-1-m1:welcome:tea-1", (request with { MemberId = null }).Key);
    }
}

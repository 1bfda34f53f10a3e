using Community.Messaging.StaffTasks;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// Feedback of members of a group: they post it, and programs enter it. Some is answered in time, some late, some is
/// only closed, and some never; a person completes some of the tasks and answers nothing.
/// </summary>
sealed class FeedbackWorkload(int seed) : IWorkload
{
    public const string Group = "voices";

    const int Members = 4;

    // Early enough that the app handles it within the run.
    static readonly TimeSpan LastEvent = TimeSpan.FromHours(60);
    static readonly string[] Kinds = ["Suggestion", "Complaint", "Question"];
    static readonly string[] Texts =
        ["我要投诉，茶是受潮的", "骗人的吧", "建议多上点岩茶", "请问什么时候发货？", "今天的茶真好喝", "退款不到账"];

    public async Task SetUpAsync(World world)
    {
        await world.SetUpAsync(Sender.Create(
            "POST", "/api/groups", SampleBodies.Group(Group, "SuperUser", world.Clock.Now.AddDays(30), capacity: 40)));
        if (world.WeCom is { } platform) await platform.AddChatAsync(Group);
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        var draws = new Random(seed ^ 0xfeed);
        // The last one is never in the group.
        for (var member = 1; member < Members; member++)
            yield return ChannelWebhookCall.Joined(TimeSpan.FromMinutes(draws.Next(2, 60)), Group, Name(member));
        for (var message = draws.Next(4, 12); message > 0; message--)
            yield return ChannelWebhookCall.Posted(
                Later(draws, TimeSpan.FromHours(1), 50), Group, AnyMember(draws), Texts[draws.Next(Texts.Length)]);
        for (var number = draws.Next(3, 7); number > 0; number--)
        {
            foreach (var call in DrawFeedback(draws, SampleBodies.Named("voice", number))) yield return call;
        }
    }

    static IEnumerable<SimulatedEvent> DrawFeedback(Random draws, string id)
    {
        var at = Later(draws, TimeSpan.FromMinutes(5), 24);
        var kind = Kinds[draws.Next(Kinds.Length)];
        yield return new FeedbackCall(at, id, FeedbackDeed.Enter, new
        {
            id,
            groupId = Group,
            memberId = AnyMember(draws),
            kind,
            text = "收到的茶叶受潮了",
            by = "小王",
        });
        if (draws.NextDouble() < 0.4)
            yield return new TickOff(at + TimeSpan.FromHours(draws.NextDouble() * 30), $"feedback-{id}:answer");
        if (draws.NextDouble() < 0.3)
            yield return new TickOff(at + TimeSpan.FromHours(24 + (draws.NextDouble() * 6)), $"feedback-{id}:escalate");
        var answeredAt = at + TimeSpan.FromHours(draws.NextDouble() * 40);
        var isAnswered = draws.NextDouble() < 0.6;
        if (isAnswered)
            yield return Reply(answeredAt, id, FeedbackDeed.Answer, new
            {
                text = "马上补发",
                by = "小王",
                tellMember = draws.NextDouble() < 0.8,
            });
        var closedAt = answeredAt + TimeSpan.FromHours(draws.NextDouble() * 10);
        if (draws.NextDouble() < 0.4)
            yield return Reply(closedAt, id, FeedbackDeed.Close, new
            {
                outcome = "受潮的茶都补发了",
                by = "小王",
                tellGroup = draws.NextDouble() < 0.8,
            });
    }

    static FeedbackCall Reply(TimeSpan at, string id, FeedbackDeed deed, object body) =>
        new(at < LastEvent ? at : LastEvent, id, deed, body);

    static TimeSpan Later(Random draws, TimeSpan from, int hours) =>
        from + TimeSpan.FromHours(draws.NextDouble() * hours);

    static string AnyMember(Random draws) => Name(draws.Next(1, Members + 1));

    static string Name(int number) => SampleBodies.Named("voice-of", number);

    /// <summary>A person completes a task about feedback, if there is one, and does nothing else.</summary>
    sealed record TickOff(TimeSpan At, string TaskKey) : SimulatedEvent(At)
    {
        public override async Task PlayEventAsync(World world) => await world.Sender.SendUntilAcknowledgedAsync(
            $"{this}", () => Sender.Create("POST", $"/api/tasks/{NewStaffTask.IdOf(TaskKey)}/done"));

        public override string ToString() => FormattableString.Invariant($"{At:d\\.hh\\:mm\\:ss} done {TaskKey}");
    }
}

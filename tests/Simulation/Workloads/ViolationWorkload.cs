using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// A group whose members break its rules: staff report them, again and again, decide on some, and enter appeals, and
/// the channel hears advertisements.
/// </summary>
sealed class ViolationWorkload(int seed) : IWorkload
{
    public const string Group = "rules";

    const string Owner = "rules-owner";
    const int Members = 3;

    // Early enough that the app handles it within the run.
    static readonly TimeSpan LastEvent = TimeSpan.FromHours(60);
    static readonly string[] Kinds = ["Advertisement", "Abuse", "Fraud", "Other"];
    static readonly string[] Measures = ["Warning", "RedPacket", "Removal"];
    static readonly string[] Texts = ["加微信看货", "扫码进群，返利", "今天的茶真好喝", "https://other.example/tea"];

    public async Task SetUpAsync(World world)
    {
        await world.SetUpAsync(Sender.Create("POST", "/api/staff", new { id = Owner, name = "小林" }));
        await world.SetUpAsync(Sender.Create(
            "POST", "/api/groups", SampleBodies.Group(Group, "SuperUser", world.Clock.Now.AddDays(30), capacity: 40)));
        if (world.WeCom is { } platform) await platform.AddChatAsync(Group);
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        var draws = new Random(seed ^ 0x201e);
        // The last one is never in the group.
        for (var member = 1; member < Members; member++)
            yield return ChannelWebhookCall.Joined(TimeSpan.FromMinutes(draws.Next(2, 60)), Group, Name(member));
        for (var message = draws.Next(2, 7); message > 0; message--)
            yield return ChannelWebhookCall.Posted(
                Later(draws, TimeSpan.FromHours(1), 40), Group, AnyMember(draws), Texts[draws.Next(Texts.Length)]);
        for (var number = draws.Next(3, 7); number > 0; number--)
        {
            foreach (var call in DrawViolation(draws, SampleBodies.Named("breach", number))) yield return call;
        }

        if (draws.NextDouble() < 0.3)
            yield return ChannelWebhookCall.Left(Later(draws, TimeSpan.FromHours(5), 30), Group, Name(1));
    }

    static IEnumerable<SimulatedEvent> DrawViolation(Random draws, string id)
    {
        var at = Later(draws, TimeSpan.FromMinutes(5), 24);
        yield return new ViolationCall(at, id, ViolationDeed.Report, new
        {
            id,
            groupId = Group,
            memberId = AnyMember(draws),
            kind = Kinds[draws.Next(Kinds.Length)],
            evidence = "20:15 在群里说的话",
            by = "小王",
            owner = Owner,
        });
        if (draws.NextDouble() < 0.2) yield break;
        var (decidedAt, upholds) = (Later(draws, at, 12), draws.NextDouble() < 0.8);
        yield return Decide(decidedAt, id, ViolationDeed.Decide, upholds, Measures[draws.Next(Measures.Length)]);
        if (!upholds || draws.NextDouble() < 0.4) yield break;
        var appealedAt = Later(draws, decidedAt, 12);
        yield return Call(appealedAt, id, ViolationDeed.Appeal, new { text = "不是我发的", by = "小王" });
        if (draws.NextDouble() < 0.3) yield break;
        yield return Decide(
            Later(draws, appealedAt, 8),
            id,
            ViolationDeed.DecideAgain,
            draws.NextDouble() < 0.5,
            Measures[draws.Next(Measures.Length)]);
    }

    static ViolationCall Decide(TimeSpan at, string id, ViolationDeed deed, bool upholds, string measure) => Call(
        at,
        id,
        deed,
        new
        {
            decision = upholds ? "Uphold" : "Dismiss",
            measure = upholds ? measure : null,
            reason = $"{deed}: 看了聊天记录",
            by = "小李",
            owner = Owner,
        });

    static ViolationCall Call(TimeSpan at, string id, ViolationDeed deed, object body) =>
        new(at < LastEvent ? at : LastEvent, id, deed, body);

    static TimeSpan Later(Random draws, TimeSpan from, int hours) =>
        from + TimeSpan.FromHours(draws.NextDouble() * hours);

    static string AnyMember(Random draws) => Name(draws.Next(1, Members + 1));

    static string Name(int number) => SampleBodies.Named("rule-of", number);
}

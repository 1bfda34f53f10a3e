using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// A campaign into whose group people come who bring nobody, of whom some leave; its next step is told when it settles.
/// Meanwhile an operator edits the charter of the group.
/// </summary>
sealed class NextStepWorkload(int seed) : IWorkload
{
    public const string Campaign = "stay-with-us";
    public const string Group = "stayers";
    public const string Text = "周三晚上有新茶品鉴，记得来。";

    const int MaxEdits = 4;

    public async Task SetUpAsync(World world)
    {
        var now = world.Clock.Now;
        await world.SetUpAsync(Sender.Create(
            "POST", "/api/groups", SampleBodies.Group(Group, "SuperUser", now.AddDays(30), capacity: 40)));
        if (world.WeCom is { } platform) await platform.AddChatAsync(Group);
        await world.SetUpAsync(Sender.Create("POST", "/api/campaigns", new
        {
            id = Campaign,
            name = "留下来喝茶",
            mode = "PosterShare",
            opensAt = now.AddHours(-1),
            // Everybody is known when it settles, also who came in the time of the faults.
            closesAt = now.AddHours(20),
            graceHours = 24,
            groupIds = (string[])[Group],
            nextStep = Text,
        }));
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        var draws = new Random(seed ^ 0x57a9);
        for (var member = draws.Next(0, 4); member > 0; member--)
        {
            var (joined, name) = (draws.NextDouble() * 10, SampleBodies.Named("stayer", member));
            yield return ChannelWebhookCall.Joined(TimeSpan.FromHours(joined), Group, name);
            if (draws.NextDouble() < 0.3)
                yield return ChannelWebhookCall.Left(
                    TimeSpan.FromHours(joined + 1 + (draws.NextDouble() * 8)), Group, name);
        }

        var edits = draws.Next(1, MaxEdits + 1);
        for (var edit = 1; edit <= edits; edit++)
            yield return new CharterEditCall(TimeSpan.FromHours(draws.NextDouble() * 24), Group, edit);
    }
}

using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// A mob: people join two groups and complain, an operator opens two crises that share a group, tells the groups a
/// statement, lets one go on early and resolves both. Each time comes before the end of the run.
/// </summary>
sealed class CrisisWorkload(int seed) : IWorkload
{
    public const string Shared = "mob";
    public const string Other = "mob-other";

    const string Owner = "mob-owner";

    static readonly string[] Crises = ["storm-1", "storm-2"];
    static readonly string[] Texts = ["都是骗子，退钱", "我要投诉", "大家别急", "假货吧这是", "退款不到账"];

    public async Task SetUpAsync(World world)
    {
        await world.SetUpAsync(Sender.Create("POST", "/api/staff", new { id = Owner, name = "小林" }));
        foreach (var group in new[] { Shared, Other })
        {
            await world.SetUpAsync(Sender.Create(
                "POST",
                "/api/groups",
                SampleBodies.Group(group, "NewBuyer", world.Clock.Now.AddDays(30), capacity: 40)));
            if (world.WeCom is { } platform) await platform.AddChatAsync(group);
        }
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        var draws = new Random(seed ^ 0x30b);
        var first = Hours(draws, 4, 40);
        for (var member = draws.Next(4, 9); member > 0; member--)
        {
            var (at, group) = (first + Hours(draws, -3, 6), draws.NextDouble() < 0.6 ? Shared : Other);
            var name = SampleBodies.Named("mob-of", member);
            yield return ChannelWebhookCall.Joined(at, group, name);
            if (draws.NextDouble() < 0.7)
            {
                yield return ChannelWebhookCall.Posted(
                    at + Hours(draws, 0.1, 3), group, name, Texts[draws.Next(Texts.Length)]);
            }
        }

        foreach (var id in Crises)
        {
            var groups = id == Crises[0] ? (string[])[Shared, Other] : [Shared];
            var begin = id == Crises[0] ? first : first + Hours(draws, -2, 4);
            // What waits looks every five minutes whether the crisis is over.
            var end = begin + Hours(draws, 1, 6);
            yield return new CrisisCall(begin, id, CrisisDeed.Open, new
            {
                id,
                groupIds = groups,
                cause = "到货发霉",
                by = "小王",
                owner = Owner,
            });
            if (draws.NextDouble() < 0.8)
            {
                yield return new CrisisCall(
                    Between(draws, begin, end), id, CrisisDeed.Tell, new { text = $"我们看到了 {id}", by = "小王" });
            }

            if (groups.Contains(Other) && draws.NextDouble() < 0.5)
            {
                yield return new CrisisCall(
                    Between(draws, begin, end),
                    id,
                    CrisisDeed.Release,
                    new { groupIds = (string[])[Other], by = "小李" });
            }

            yield return new CrisisCall(end, id, CrisisDeed.Resolve, new { by = "小李", report = "全部赔付" });
        }
    }

    static TimeSpan Hours(Random draws, double from, double to) =>
        TimeSpan.FromHours(from + (draws.NextDouble() * (to - from)));

    // Long enough before the end that a repeat of the request comes before it as well.
    static TimeSpan Between(Random draws, TimeSpan begin, TimeSpan end) =>
        begin + ((end - begin) * (0.1 + (0.5 * draws.NextDouble())));
}

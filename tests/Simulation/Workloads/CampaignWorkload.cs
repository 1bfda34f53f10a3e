using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// A campaign with inviters and invitees, some of whom leave; a gift with a stock of two, and a group for qualified
/// members.
/// </summary>
sealed class CampaignWorkload(int inviters, bool scans) : IWorkload
{
    public const string Campaign = "spring-tea";
    public const string Group = "tea-1";
    public const string Qualified = "tea-best";
    public const int Mugs = 2;

    public static string Inviter(int number) => SampleBodies.Named("inviter", number);

    public async Task SetUpAsync(World world)
    {
        var now = world.Clock.Now;
        await world.SetUpAsync(
            Sender.Create("POST", "/api/groups", SampleBodies.Group(Group, "SuperUser", now.AddDays(30))));
        await world.SetUpAsync(
            Sender.Create("POST", "/api/groups", SampleBodies.Group(Qualified, "SuperUser", now.AddDays(30))));
        await world.SetUpAsync(
            Sender.Create(
                "POST",
                "/api/campaigns",
                new
                {
                    id = Campaign,
                    name = "春茶节",
                    mode = "PosterShare",
                    opensAt = now.AddHours(-1),
                    closesAt = now.AddDays(2),
                    groupIds = (string[])[Group],
                    graceHours = 24,
                    tiers = new object[]
                    {
                        new
                        {
                            invites = 1,
                            reward = new
                            {
                                kind = "Discount",
                                percentOff = 30,
                                title = "7折",
                            },
                        },
                        new
                        {
                            invites = 2,
                            reward = new
                            {
                                kind = "Gift",
                                title = "马克杯",
                                costMinor = 290,
                                stock = Mugs,
                            },
                        },
                    },
                    target = new { invites = 3, groupId = Qualified },
                }));
        for (var number = 0; number < inviters; number++)
        {
            var made = await world.SetUpAsync(
                Sender.Create("PUT", $"/api/campaigns/{Campaign}/participants/{Inviter(number)}"));
            world.NameCode(Inviter(number), made.Json.GetProperty("code").GetString()!);
        }
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        for (var number = 0; number < inviters; number++)
        {
            for (var guest = random.Next(1, 5); guest > 0; guest--)
            {
                var member = $"guest-{number}-{guest}";
                var came = Join(random);
                if (scans) yield return new ScanCall(came - TimeSpan.FromSeconds(random.Next(5, 60)), Inviter(number));
                yield return ChannelWebhookCall.Joined(came, Group, member, Inviter(number));
                if (random.NextDouble() < 0.25)
                    yield return ChannelWebhookCall.Left(
                        came + TimeSpan.FromMinutes(random.Next(1, 600)),
                        Group,
                        member);
            }
        }

        if (random.NextDouble() < 0.2)
            yield return new OperatorCall(
                TimeSpan.FromHours(12) + TimeSpan.FromMinutes(random.Next(600)),
                "POST",
                $"/api/campaigns/{Campaign}/cancel");
    }

    // Most join at the same time, so that writers of one standing conflict.
    static TimeSpan Join(Random random) =>
        TimeSpan.FromMinutes(2)
        + (
            random.NextDouble() < 0.7
                ? TimeSpan.FromMilliseconds(random.Next(3_000))
                : TimeSpan.FromMinutes(random.NextDouble() * 600));
}

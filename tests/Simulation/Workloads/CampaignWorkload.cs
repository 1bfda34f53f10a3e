using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// A campaign with inviters and invitees, some of whom leave; some have two member ids, which a late union id shows. A
/// gift has a stock of two until the operator edits it, and there is a group for qualified members. On WeCom they come
/// by the QR codes on the pages of the inviters.
/// </summary>
sealed class CampaignWorkload(int inviters, bool scans) : IWorkload
{
    public const string Campaign = "spring-tea";
    public const string Group = "tea-1";
    public const string Qualified = "tea-best";

    /// <summary>A group without a charter.</summary>
    public const string Elsewhere = "tea-elsewhere";

    const string Mug = "马克杯";
    const string Bowl = "茶碗";
    const int Mugs = 2;

    /// <summary>The most of each gift that there ever are.</summary>
    public static readonly IReadOnlyDictionary<string, int> Gifts =
        new Dictionary<string, int>(StringComparer.Ordinal) { [Mug] = 3, [Bowl] = 1 };

    static readonly TimeSpan AfterSettlement = TimeSpan.FromHours(75);

    public static string Inviter(int number) => SampleBodies.Named("inviter", number);

    public async Task SetUpAsync(World world)
    {
        var now = world.Clock.Now;
        await world.SetUpAsync(
            Sender.Create("POST", "/api/groups", SampleBodies.Group(Group, "SuperUser", now.AddDays(30))));
        await world.SetUpAsync(
            Sender.Create("POST", "/api/groups", SampleBodies.Group(Qualified, "SuperUser", now.AddDays(30))));
        if (world.WeCom is { } platform)
        {
            await platform.AddChatAsync(Group);
            await platform.AddChatAsync(Qualified);
        }

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
                    tiers = Tiers(Mug, invites: 2, Mugs),
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
                yield return ChannelWebhookCall.Joined(came, Group, member, Inviter(number)) with
                {
                    Delay = random.NextDouble() < 0.05 ? AfterSettlement - came : TimeSpan.Zero,
                };
                if (random.NextDouble() < 0.25)
                    yield return ChannelWebhookCall.Left(
                        came + TimeSpan.FromMinutes(random.Next(1, 600)),
                        Group,
                        member);
                if (random.NextDouble() < 0.25)
                {
                    foreach (var call in SecondIdentity(random, member, came)) yield return call;
                }
            }
        }

        foreach (var edit in Edits(random)) yield return edit;
        if (random.NextDouble() < 0.2)
            yield return new OperatorCall(
                TimeSpan.FromHours(12) + TimeSpan.FromMinutes(random.Next(600)),
                "POST",
                $"/api/campaigns/{Campaign}/cancel");
    }

    static object[] Tiers(string gift, int invites, int stock) =>
    [
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
            invites,
            reward = new
            {
                kind = "Gift",
                title = gift,
                costMinor = 290,
                stock,
            },
        },
    ];

    // The operator adds a mug, replaces the gift, or does both, while people join and leave.
    static IEnumerable<OperatorCall> Edits(Random random)
    {
        if (random.NextDouble() < 0.4) yield return Edit(random, Tiers(Mug, invites: 2, Gifts[Mug]));
        if (random.NextDouble() < 0.4) yield return Edit(random, Tiers(Bowl, random.Next(2, 4), Gifts[Bowl]));
    }

    static OperatorCall Edit(Random random, object[] tiers) => new(
        TimeSpan.FromMinutes(3 + random.Next(900)), "PATCH", $"/api/campaigns/{Campaign}", new { tiers });

    // The same person comes by another inviter, and later one of the two member ids joins elsewhere with the union id.
    IEnumerable<ChannelWebhookCall> SecondIdentity(Random random, string member, TimeSpan came)
    {
        var (second, unionId) = ($"{member}-again", $"person-of-{member}");
        var cameAgain = came + TimeSpan.FromMinutes(random.Next(1, 90));
        var isKnownAtOnce = random.NextDouble() < 0.5;
        yield return ChannelWebhookCall.Joined(cameAgain, Group, second, Inviter(random.Next(inviters))) with
        {
            UnionId = isKnownAtOnce ? unionId : null,
        };
        if (random.NextDouble() < 0.25)
            yield return ChannelWebhookCall.Left(cameAgain + TimeSpan.FromMinutes(random.Next(1, 600)), Group, second);
        if (!isKnownAtOnce) yield return Known(second);
        yield return Known(member);

        ChannelWebhookCall Known(string id) =>
            ChannelWebhookCall.Joined(cameAgain + TimeSpan.FromMinutes(random.Next(1, 900)), Elsewhere, id) with
            {
                UnionId = unionId,
            };
    }

    // Most join at the same time, so that writers of one standing conflict.
    static TimeSpan Join(Random random) =>
        TimeSpan.FromMinutes(2)
        + (
            random.NextDouble() < 0.7
                ? TimeSpan.FromMilliseconds(random.Next(3_000))
                : TimeSpan.FromMinutes(random.NextDouble() * 600));
}
